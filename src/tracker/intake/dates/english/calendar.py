"""What days and longer are called in English, and how they are counted."""

from tracker.intake.dates.language import Lead, Part, Wordings, numbered, phrases, words
from tracker.intake.dates.spans import Unit

ARTICLES = words("the")
MONTHS = Wordings(
    {
        1: "january | jan",
        2: "february | feb",
        3: "march | mar",
        4: "april | apr",
        5: "may",
        6: "june | jun",
        7: "july | jul",
        8: "august | aug",
        9: "september | sept | sep",
        10: "october | oct",
        11: "november | nov",
        12: "december | dec",
    }
)
WEEKDAYS = Wordings(
    {
        0: "monday | mon",
        1: "tuesday | tues | tue",
        2: "wednesday | weds | wed",
        3: "thursday | thurs | thur | thu",
        4: "friday | fri",
        5: "saturday | sat",
        6: "sunday | sun",
    }
)
SEASONS = Wordings(
    {
        3: "spring | springtime",
        6: "summer | summertime",
        9: "autumn | fall",
        12: "winter | wintertime",
    }
)
NAMED_DAYS = Wordings(
    {
        (1, 1): "new year day | new year",
        (3, 8): "international women day",
        (4, 7): "world health day",
        (6, 5): "world environment day",
        (6, 16): "international day of family remittances",
        (6, 20): "world refugee day",
        (7, 11): "world population day",
        (7, 30): "world day against trafficking in persons",
        (8, 12): "international youth day",
        (8, 19): "world humanitarian day",
        (10, 24): "united nations day | un day",
        (11, 20): "world children day",
        (12, 10): "human rights day",
        (12, 18): "international migrants day",
        (12, 24): "christmas eve",
        (12, 25): "christmas day | christmas",
        (12, 31): "new year eve",
    }
)
UNITS = Wordings(
    {
        Unit.HOUR: "hour | hours | hrs | h",
        Unit.DAY: "day | days | calendar day | calendar days",
        Unit.WORKING_DAY: "working day | working days | business day | business days",
        Unit.WEEKEND: "weekend | weekends",
        Unit.WEEK: "week | weeks | wk | wks | calendar week | calendar weeks",
        Unit.FORTNIGHT: "fortnight | fortnights",
        Unit.MONTH: "month | months | mth | mths | calendar month | calendar months",
        Unit.QUARTER: "quarter | quarters | qtr | trimester | trimesters | calendar quarter",
        Unit.HALF: "half | halves | half year | semester | semesters",
        Unit.YEAR: "year | years | yr | yrs | calendar year | calendar years",
    }
)
SINGLE_UNITS = words("day week weekend fortnight month quarter half year")
UNIT_ENDS = Wordings(
    {
        Unit.WEEK: "eow",
        Unit.MONTH: "eom",
        Unit.QUARTER: "eoq",
        Unit.YEAR: "eoy",
    }
)
LETTERS = {"q": Unit.QUARTER, "h": Unit.HALF}
NUMBERS = {
    **numbered(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
        """
    ),
    **numbered("ten twenty thirty forty fifty sixty seventy eighty ninety", step=10),
    "a": 1,
    "an": 1,
    "hundred": 100,
    "thousand": 1000,
}
COUNTS = Wordings(
    {
        (6, Unit.MONTH): "half a year",
        (18, Unit.MONTH): "year and a half | a year and a half | one and a half years",
        (2, Unit.DAY): "couple of days | a couple of days",
        (2, Unit.WEEK): "couple of weeks | a couple of weeks",
        (2, Unit.MONTH): "couple of months | a couple of months",
        (2, Unit.YEAR): "couple of years | a couple of years",
    }
)
ORDINALS = {
    **numbered(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """
    ),
    "thirtieth": 30,
    **numbered("i ii iii iv"),
    "last": -1,
    "latter": -1,
    "final": -1,
}
ORDINAL_ENDINGS = words("st nd rd th")
OF = words("of in for")
PARTS = Wordings(
    {
        Part.EARLY: """
            early | early in | early part of | beginning | beginning of | begin of | start of
            | start | first days of | first part of | opening of
            """,
        Part.MID: """
            mid | middle of | middle | mid of | halfway through | midway through | mid way through
            """,
        Part.LATE: """
            late | late in | latter part of | later part of | last part of | last days of
            | toward end of | towards end of | toward close of | towards close of
            """,
        Part.END: "end | end of | very end of | close of",
    }
)
DAYS_FROM_NOW = Wordings(
    {
        0: "today | now | tonight | this morning | this afternoon | this evening",
        1: "tomorrow",
        2: "day after tomorrow",
        -1: "yesterday",
    }
)
UNITS_AHEAD = Wordings(
    {
        0: "this | current | present | running",
        1: "next | this coming | following | coming | upcoming | forthcoming | subsequent",
        -1: "last | previous | past",
    }
)
AFTER_NEXT = Wordings(
    {
        2: "after next",
    }
)
LATER = phrases(
    """
    for rest of | for remainder of | later | later in | later on in | rest of | remainder of
    | remaining part of
    """
)
SPAN_FROM_NOW = phrases(
    """
    over next | over coming | over following | throughout next | throughout coming
    | in course of next | in course of coming | during course of next
    """
)
WEEK_OF = Wordings(
    {
        Lead.AT: "week of | weeks of | wk of | week | weeks",
        Lead.FROM: """
            week commencing | week beginning | week starting | week from | w / c | wc
            | week commencing on | week beginning on | week starting on | w / b | w / s
            """,
        Lead.BY: "week ending | week ending on | w / e | week to",
    }
)
WEEK_NUMBER = phrases("week | week no | week number | wk | cw | calendar week | w")
LIMITS = phrases(
    """
    at least | no less than | not less than | minimum of | min | less than | no more than
    | not more than | at most | up to | under | max | maximum | max of | maximum of | a maximum of
    | a minimum of | period of | a period of | next | coming | following
    """
)
TIMES = phrases(
    """
    time | from now | hence | ahead | from today | after today | of today | from date | later
    | period | of date | after date | of meeting | after meeting | from meeting
    | following meeting | of this meeting | after this meeting | from this meeting
    | following this meeting | of date of meeting | from date of meeting | after date of meeting
    | of date of this meeting | from date of this meeting | after end of meeting
    | of end of meeting | from end of meeting | after close of meeting | of close of meeting
    | from close of meeting
    """
)
CAPITALISED = words(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday
    """
)
