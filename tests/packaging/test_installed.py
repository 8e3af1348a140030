"""However it is installed, tracker makes a register, brings it up to date and prints."""

import pytest

from tests.packaging.conftest import CHECKOUT


@pytest.mark.parametrize("kind", ["wheel", "sdist", "editable"])
def test_an_installed_tracker_makes_a_register_and_prints_the_demo(
    kind, install, call, request, tmp_path
):
    what = ["--editable", str(CHECKOUT)]
    if kind != "editable":
        what = [str(request.getfixturevalue(kind))]
    programs = install(*what)
    place = call(programs / "python", "-c", "import tracker; print(tracker.__file__)")
    home = CHECKOUT / "src" if kind == "editable" else programs.parent
    assert place.startswith(f"{home}/")

    assert call(programs / "tracker", "--version").split()
    call(programs / "tracker", "init", "--name", "Test", "--time-zone", "UTC")
    call(programs / "tracker", "db", "status")
    call(programs / "tracker", "db", "check")
    assert (tmp_path / "tracker.db").stat().st_mode & 0o777 == 0o600

    call(programs / "tracker", "demo", "demo")
    starts = {path.suffix: path.read_bytes()[:5] for path in (tmp_path / "demo").iterdir()}
    assert starts[".pdf"] == b"%PDF-"
    assert starts.keys() >= {".db", ".pdf", ".html", ".md"}
