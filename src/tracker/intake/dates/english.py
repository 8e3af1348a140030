"""English words for dates."""

from tracker.intake.dates.language import Hang, Join, Language, Lead, Part, Vague, Wordings
from tracker.intake.dates.spans import Unit

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_BELOW_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

ENGLISH = Language(
    articles=frozenset({"the"}),
    determiners=frozenset({"a", "an", "its", "their", "our", "your", "his", "her", "any"}),
    capitalised=frozenset(
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday".split()
    ),
    months=Wordings(
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
    ),
    weekdays=Wordings(
        {
            0: "monday | mon",
            1: "tuesday | tues | tue",
            2: "wednesday | weds | wed",
            3: "thursday | thurs | thur | thu",
            4: "friday | fri",
            5: "saturday | sat",
            6: "sunday | sun",
        }
    ),
    seasons=Wordings(
        {
            3: "spring | springtime",
            6: "summer | summertime",
            9: "autumn | fall",
            12: "winter | wintertime",
        }
    ),
    named_days=Wordings(
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
            (12, 10): "human rights day",
            (12, 18): "international migrants day",
            (12, 24): "christmas eve",
            (12, 25): "christmas day | christmas",
            (12, 31): "new year eve",
        }
    ),
    units=Wordings(
        {
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
    ),
    letters={"q": Unit.QUARTER, "h": Unit.HALF},
    numbers={
        **{word: number for number, word in enumerate(_BELOW_TWENTY, 1)},
        **{word: 10 * number for number, word in enumerate(_TENS, 2)},
        "a": 1,
        "an": 1,
        "hundred": 100,
        "thousand": 1000,
    },
    counts=Wordings(
        {
            (6, Unit.MONTH): "half a year",
            (18, Unit.MONTH): "year and a half | a year and a half | one and a half years",
            (2, Unit.DAY): "couple of days | a couple of days",
            (2, Unit.WEEK): "couple of weeks | a couple of weeks",
            (2, Unit.MONTH): "couple of months | a couple of months",
            (2, Unit.YEAR): "couple of years | a couple of years",
        }
    ),
    ordinals={
        **{word: number for number, word in enumerate(_ORDINALS, 1)},
        "thirtieth": 30,
        "last": -1,
        "final": -1,
    },
    ordinal_endings=frozenset({"st", "nd", "rd", "th"}),
    of=frozenset({"of", "in", "for"}),
    parts=Wordings(
        {
            Part.EARLY: "early | early in | early part of | beginning | beginning of | begin of "
            "| start of | start | first days of | first part of | opening of",
            Part.MID: "mid | middle of | middle | mid of | halfway through | midway through "
            "| mid way through",
            Part.LATE: "late | late in | latter part of | later part of | last part of "
            "| last days of | toward end of | towards end of | toward close of "
            "| towards close of",
            Part.END: "end | end of | very end of | close of",
        }
    ),
    days_from_now=Wordings(
        {
            0: "today | now | tonight | this morning | this afternoon | this evening",
            1: "tomorrow",
            2: "day after tomorrow",
            -1: "yesterday",
        }
    ),
    units_ahead=Wordings(
        {
            0: "this | current | present | running",
            1: "next | following | coming | upcoming | forthcoming | subsequent",
            -1: "last | previous | past",
        }
    ),
    after_next=Wordings({2: "after next"}),
    later=Wordings(
        {True: "for rest of | for remainder of | later | later in | later on in | rest of | remainder of | remaining part of"}
    ),
    span_from_now=Wordings(
        {
            True: "over next | over coming | over following | throughout next | throughout coming "
            "| in course of next | in course of coming | during course of next"
        }
    ),
    week_of=Wordings(
        {
            Lead.AT: "week of | weeks of | week | weeks",
            Lead.FROM: "week commencing | week beginning | week starting | week from | w / c | wc "
            "| week commencing on | week beginning on | week starting on | w / b | w / s",
            Lead.BY: "week ending | week ending on | w / e | week to",
        }
    ),
    week_number=Wordings(
        {True: "week | week no | week number | wk | cw | calendar week | w"}
    ),
    leads=Wordings(
        {
            Lead.WITHIN: "within | within max of | within maximum of | within period of "
            "| inside | inside of | in less than | in under | in no more than | in not more than "
            "| in at most | in up to | in max of | in maximum of | no later than | not later than "
            "| by no later than | within next | within coming | within following | in within",
            Lead.AHEAD: "in",
            Lead.AT: "on | in | at | during | within | over | across | period | for period "
            "| in period | during period | over period | within period | biennium | for biennium "
            "| in biennium | during biennium | triennium | quadrennium | on occasion of | to mark | any time in "
            "| any time during | anytime in | anytime during | sometime during | at any time in "
            "| on or about | on or around | dated | held on | held in | held from | to be held "
            "| to be held on | to be held in | to be held from | will be held on | will be held in "
            "| takes place on | takes place in | to take place on | to take place in",
            Lead.COURSE: "in course of | during course of | over course of | within course of "
            "| throughout | all through | for whole of | for duration of | for all of",
            Lead.BETWEEN: "between | any time between | anytime between | some time between "
            "| sometime between | in period between | in between | at any time between",
            Lead.BY: "by | no later than | not later than | by no later than | by not later than "
            "| at latest | at latest by | at latest on | at latest in | by latest | by latest by "
            "| latest by | latest on | latest in | latest | until | till | up until | up till "
            "| through | thru | through to | up to | up to and including | to | on or before "
            "| in or before | at or before | before or on | by or before | by or on | not after "
            "| not beyond | not past | not later | no later | due by | due date | deadline "
            "| final deadline | deadline of | with deadline of | in time for | completion by "
            "| to be completed by | to be finalized by | to be finalised by | to be done by "
            "| to be submitted by | to be delivered by | to be ready by | not any later than "
            "| any time up to | anytime up to | any time until | anytime until | as late as "
            "| any time by | anytime by",
            Lead.FOR: "for",
            Lead.BEFORE: "before | prior to | ahead of | in advance of | earlier than "
            "| sooner than | any time before | anytime before | at any time before | preceding",
            Lead.FROM: "from | as of | as from | since | starting | starting from | starting on "
            "| starting in | starting at | to start on | to start in | to start from | to begin on "
            "| to begin in | beginning | beginning on | beginning in | beginning from "
            "| commencing | commencing on | commencing in | effective | effective from "
            "| effective on | effective as of | with effect from | with effect as of | not before "
            "| no earlier than | not earlier than | no sooner than | not sooner than | on or after "
            "| at earliest | any time from | anytime from | ongoing from | ongoing since "
            "| in or after | earliest",
            Lead.AFTER: "after | following | later than | past | subsequent to | any time after "
            "| anytime after | once past",
        }
    ),
    leans=Wordings({True: "on | in | at | during"}),
    trails=Wordings(
        {
            Lead.AT: "period | biennium | triennium | quadrennium",
            Lead.BY: "at latest | at very latest | latest | or earlier | or sooner | or before "
            "| and earlier | deadline | at most",
            Lead.FROM: "onward | onwards | on | forward | and onward | and onwards | and beyond "
            "| and after | and later | or later | or after | or thereafter | and thereafter "
            "| at earliest | at very earliest | earliest | to date | to present | and ongoing "
            "| ongoing | to ongoing",
        }
    ),
    limits=Wordings(
        {
            True: "less than | no more than | not more than | at most | up to | under | max "
            "| maximum | max of | maximum of | period of | next | coming | following"
        }
    ),
    times=Wordings(
        {
            True: "time | from now | hence | ahead | from today | after today | of today | from date "
            "| later | period | of date | after date | of meeting | after meeting | from meeting "
            "| following meeting | of this meeting | after this meeting | from this meeting "
            "| following this meeting | of date of meeting | from date of meeting "
            "| after date of meeting | of date of this meeting | from date of this meeting "
            "| after end of meeting | of end of meeting | from end of meeting "
            "| after close of meeting | of close of meeting | from close of meeting"
        }
    ),
    joins=Wordings(
        {
            Join.LIST: "and | or | & | + | , | / | as well as | and / or | and also | , and | , or "
            "| / or",
            Join.RANGE: "- | to | until | till | through | thru | up to | - to | until end of day "
            "| through to | up until | up to and including | and up to | and until",
        }
    ),
    connectives=frozenset({"and", "but"}),
    hangs=Wordings(
        {
            Hang.DURING: "during | in course of | during course of | on occasion of "
            "| at time of | over course of | throughout",
            Hang.IN_MARGINS_OF: "in margins of | in margin of | at margins of | on margins of "
            "| at margin of | on margin of | margins of | in sidelines of | on sidelines of "
            "| at sidelines of | on sideline of | sidelines of | on fringes of | at fringes of "
            "| on fringe of | in conjunction with | in parallel with | in parallel to | parallel to "
            "| concurrently with | back to back with | back to back to | alongside "
            "| on periphery of",
            Hang.AT: "at | on | in | within | as part of | in framework of | within framework of "
            "| in context of | within context of | to be held at | to be held during",
            Hang.BY: "by | before | ahead of | prior to | in advance of | in time for | for | to "
            "| until | till | up to | no later than | not later than | by no later than "
            "| by end of | before end of | by close of | by start of | by beginning of "
            "| by opening of | before start of | before beginning of | before opening of "
            "| before close of | prior to start of | prior to opening of | ahead of opening of "
            "| in run up to | in lead up to | leading up to | on eve of | in preparation for "
            "| in preparation of | in preparations for | by time of | before or at | at or before "
            "| on or before | for submission to | for submission at | for submission by "
            "| for consideration at | for consideration by | for consideration of "
            "| for presentation at | for presentation to | for discussion at | for discussion by "
            "| for adoption at | for adoption by | for approval at | for approval by "
            "| for decision at | for decision by | for review at | for review by "
            "| for endorsement at | for endorsement by | for launch at | to be presented at "
            "| to be presented to | to be submitted to | to be submitted at | to be launched at "
            "| to be discussed at | to be considered at | to be considered by | to be adopted at "
            "| to be reported at | to be reported to | to report to | to report at",
            Hang.OF: "of",
            Hang.AFTER: "after | following | subsequent to | in follow up to | as follow up to "
            "| after end of | after close of | after conclusion of | following conclusion of "
            "| at conclusion of | at close of | at end of | upon conclusion of | since | from",
        }
    ),
    this_meeting=Wordings({True: "meeting | this meeting | present meeting | today meeting"}),
    meeting_words=frozenset(
        (
            "meeting meetings session sessions conference conferences commission summit summits "
            "workshop workshops forum fora dialogue dialogues dialog assembly symposium symposia "
            "seminar seminars panel panels council committee congress cop plenary retreat "
            "consultation consultations roundtable roundtables hearing board convention event "
            "colloquium gathering prepcom segment debate intersessional negotiations talks "
            "caucus webinar training review unga ecosoc hlpf csw gfmd"
        ).split()
    ),
    slogans=frozenset({"agenda", "vision", "horizon", "post"}),
    vague=Wordings(
        {
            Vague.RECURRING: "annually | yearly | monthly | weekly | fortnightly | daily "
            "| quarterly | biannually | biennially | bi annually | bi monthly | bimonthly "
            "| bi weekly | biweekly | semi annually | semiannually | triennially | regularly "
            "| periodically | annual | recurring | recurrent | on regular basis "
            "| on a regular basis | on an annual basis | on annual basis | on yearly basis "
            "| on a yearly basis | on a quarterly basis | on a monthly basis | on a weekly basis "
            "| on a biennial basis | once a year | twice a year | once per year | twice per year "
            "| once every year | per year | per annum | year round | from time to time "
            "| at regular intervals | as a regular activity | regular | routinely | year on year",
            Vague.UNSET: "ongoing | on going | ongoing activity | ongoing work | ongoing process "
            "| on an ongoing basis | on ongoing basis | continuous | continuously | continuing "
            "| continued | continual | continually | on a continuous basis | on a continuing basis "
            "| on continuous basis | on a rolling basis | on rolling basis | rolling | permanent "
            "| permanently | standing | open ended | open | indefinite | indefinitely "
            "| until further notice | at all times | 24 / 7 "
            "| soon | very soon | soonest | shortly | very shortly | imminent | imminently "
            "| as soon as possible | as soon as practicable | as soon as feasible | asap "
            "| at earliest | at your earliest convenience | at earliest opportunity "
            "| at earliest possible opportunity | at earliest convenience | earliest possible "
            "| as early as possible | at first opportunity | immediately | immediate "
            "| with immediate effect | at once | urgent | urgently | promptly | without delay "
            "| right away | in due course | in due time | in good time | in time "
            "| in near future | in foreseeable future | in immediate future | in future "
            "| in short term | in medium term | in long term | short term | medium term | long term "
            "| near term | in near term | in short to medium term | in medium to long term "
            "| eventually | at some point | sometime | some time | at a later date "
            "| at a later stage | at later stage | later | later on | in time to come "
            "| in coming days | in coming weeks | in coming months | in coming years "
            "| in next few days | in next few weeks | in next few months | in next few years "
            "| over coming weeks | over coming months | over coming years | over next few weeks "
            "| over next few months | over next few years | within next few weeks "
            "| within next few months | within coming weeks | within coming months "
            "| in a few days | in a few weeks | in a few months | in a few years "
            "| within a few weeks | within a few months | in several weeks | in several months "
            "| in weeks ahead | in months ahead | in years ahead | in weeks to come "
            "| in months to come | in years to come | over time "
            "| as appropriate | as required | as needed | as necessary | when needed | when possible "
            "| where possible | when ready | when available | when appropriate | as and when "
            "| as and when required | as and when needed | upon request | on request | on demand "
            "| as requested | time permitting | subject to funding | subject to availability of funds "
            "| subject to available resources | depending on funding | ad hoc "
            "| tbd | tba | tbc | tbs | tbn | to be determined | to be decided | to be announced "
            "| to be confirmed | to be defined | to be agreed | to be advised | to be set "
            "| to be fixed | to be scheduled | to be discussed | to be specified | date tbc "
            "| date tbd | date to be confirmed | date to be determined | dates to be confirmed "
            "| dates to be determined | dates tbc | dates tbd | date to be decided "
            "| date to be announced | pending | not yet known | not known | unknown | undetermined "
            "| undecided | unspecified | not yet determined | not yet decided | not yet confirmed "
            "| not yet set | not set | not set yet | not yet fixed | not fixed | not specified "
            "| not stated | not given | not indicated | not available | not applicable | not defined "
            "| not determined | none | none given | none stated | none set | none yet | nil | null "
            "| no date | no date given | no date set | no date yet | no deadline | no fixed date "
            "| no due date | no specific date | no timeline | no time frame | no timeframe | undated "
            "| without date | without a date | n / a | na | nd | sine die | - | - - | - - -",
        }
    ),
    every=frozenset({"every", "each"}),
    others=Wordings(
        {
            "fiscal": "fiscal | financial year | budget year | budgetary year | fy",
            "academic": "academic year | school year",
            "biennium": "current biennium | next biennium | this biennium | coming biennium "
            "| present biennium",
        }
    ),
    hedges=Wordings(
        {
            True: "about | around | approx | approximately | circa | ca | roughly | probably "
            "| possibly | hopefully | presumably | likely | ideally | preferably | tentatively "
            "| tentative | provisionally | provisional | preliminary | indicative | estimated "
            "| expected | expected for | anticipated | planned | planned for | planned on "
            "| planned in | scheduled | scheduled for | scheduled on | scheduled in | foreseen "
            "| foreseen for | foreseen in | envisaged | envisaged for | envisaged in | set for "
            "| slated for | due in | due on | due | target | target date | targeted for | revised "
            "| exact | exactly | precisely | tbc | tbd | to be confirmed | date tbc "
            "| dates tbc | date to be confirmed | dates to be confirmed | subject to confirmation "
            "| confirmed | not confirmed | unconfirmed | exact date tbc | exact date to be confirmed "
            "| exact dates tbc | exact dates to be confirmed | some time | sometime "
            "| some time in | sometime in | at some point in | at some point | even | only "
            "| well | shortly | just | immediately | right | directly | say | perhaps | maybe "
            "| inclusive | incl | month of | months of | when | date | dates | timeline | timeframe "
            "| time frame | expected date"
        }
    ),
    clock_leads=frozenset({"at", "from"}),
    clock_joins=frozenset({"-", "to", "until", "and"}),
    clock=Wordings(
        {
            True: "noon | midday | midnight | morning | afternoon | evening | lunchtime | lunch time "
            "| in morning | in afternoon | in evening | o clock"
        }
    ),
    close_of_day=Wordings(
        {
            True: "cob | eod | eob | close of business | close of play | end of business "
            "| end of business day | end of working day | end of day | close of day "
            "| close of business day | end of play"
        }
    ),
    zones=frozenset(
        "utc gmt cet cest eet eest est edt et cst pst wat eat bst local geneva rome paris new york time".split()
    ),
)
