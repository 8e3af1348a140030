"""The view in the shell: words in, the answer out, and no rule of its own."""
