"""What stands before, between and behind dates in English, and what a date may hang on."""

from tracker.intake.dates.language import Hang, Join, Lead, Wordings, phrases, words

LEADS = Wordings(
    {
        Lead.WITHIN: """
            within | within max of | within maximum of | within period of | inside | inside of
            | in less than | in under | in no more than | in not more than | in at most | in up to
            | in max of | in maximum of | no later than | not later than | by no later than
            | within next | within coming | within following | in within
            """,
        Lead.AHEAD: "in",
        Lead.AT: """
            on | in | at | during | within | over | across | on occasion of | to mark
            | any time in | any time during | anytime in | anytime during | sometime during
            | at any time in | dated | held | held on | held in | takes place on | takes place in
            | to take place on | to take place in | will take place on | will take place in
            """,
        Lead.COURSE: """
            in course of | during course of | over course of | within course of | throughout
            | all through | for whole of | for duration of | for all of
            """,
        Lead.BETWEEN: """
            between | any time between | anytime between | some time between | sometime between
            | in period between | in between | at any time between
            """,
        Lead.BY: """
            by | no later than | not later than | by no later than | by not later than | at latest
            | at latest by | at latest on | at latest in | by latest | by latest by | latest by
            | latest on | latest in | latest | until | till | up until | up till | through | thru
            | through to | up to | up to and including | to | on or before | in or before
            | at or before | before or on | by or before | by or on | not after | not beyond
            | not past | not later | no later | due by | due date | deadline | final deadline
            | deadline of | with deadline of | in time for | completion by
            | not any later than | any time up to
            | anytime up to | any time until | anytime until | as late as | any time by
            | anytime by
            """,
        Lead.FOR: "for",
        Lead.BEFORE: """
            before | prior to | ahead of | in advance of | earlier than | sooner than
            | any time before | anytime before | at any time before | preceding
            """,
        Lead.FROM: """
            from | as of | as from | since | starting | starting from | starting on | starting in
            | starting at | to start on | to start in | to start from | to begin on | to begin in
            | beginning | beginning on | beginning in | beginning from | commencing
            | commencing on | commencing in | effective | effective from | effective on
            | effective as of | with effect from | with effect as of | not before
            | no earlier than | not earlier than | no sooner than | not sooner than | on or after
            | at earliest | any time from | anytime from | ongoing from | ongoing since
            | in or after | earliest
            """,
        Lead.AFTER: """
            after | following | later than | past | subsequent to | any time after | anytime after
            | once past
            """,
    }
)
DEEDS = phrases("to be | will be | would be | shall be | should be | is to be | are to be")
FILLERS = words("period biennium triennium quadrennium timeframe")
LEANS = phrases("on | in | at | during")
TRAILS = Wordings(
    {
        Lead.BY: """
            at latest | at very latest | latest | or earlier | or sooner | or before | and earlier
            | deadline | at most
            """,
        Lead.FROM: """
            onward | onwards | on | forward | and onward | and onwards | and beyond | and after
            | and later | or later | or after | or thereafter | and thereafter | at earliest
            | at very earliest | earliest | to date | to present | and ongoing | ongoing
            | to ongoing
            """,
    }
)
JOINS = Wordings(
    {
        Join.LIST: """
            and | or | & | + | , | / | as well as | and / or | and also | , and | , or | / or
            """,
        Join.RANGE: """
            - | to | until | till | through | thru | up to | - to | until end of day | through to
            | up until | up to and including | and up to | and until
            """,
    }
)
CONNECTIVES = words("and but or")
HANGS = Wordings(
    {
        Hang.DURING: """
            during | in course of | during course of | on occasion of | at time of
            | over course of | throughout
            """,
        Hang.IN_MARGINS_OF: """
            in margins of | in margin of | at margins of | on margins of | at margin of
            | on margin of | margins of | in sidelines of | on sidelines of | at sidelines of
            | on sideline of | sidelines of | on fringes of | at fringes of | on fringe of
            | in conjunction with | in parallel with | in parallel to | parallel to
            | concurrently with | back to back with | back to back to | alongside
            | on periphery of
            """,
        Hang.AT: """
            at | on | in | within | as part of | in framework of | within framework of
            | in context of | within context of
            """,
        Hang.BY: """
            between now and | from now until | from now to | now until | from now till | by or at
            | at or by | by and at | by | before | ahead of | prior to | in advance of
            | in time for | for | to | until | till | up to | no later than | not later than
            | by no later than | by end of | before end of | by close of | by start of
            | by beginning of | by opening of | before start of | before beginning of
            | before opening of | before close of | prior to start of | prior to opening of
            | ahead of opening of | in run up to | in lead up to | leading up to | on eve of
            | in preparation for | in preparation of | in preparations for | by time of
            | before or at | at or before | on or before | for submission to | for submission at
            | for submission by | for consideration at | for consideration by
            | for consideration of | for presentation at | for presentation to | for discussion at
            | for discussion by | for adoption at | for adoption by | for approval at
            | for approval by | for decision at | for decision by | for review at | for review by
            | for endorsement at | for endorsement by | for launch at | to report to | to report at
            """,
        Hang.OF: "of",
        Hang.AFTER: """
            after | following | subsequent to | in follow up to | as follow up to | after end of
            | after close of | after conclusion of | following conclusion of | at conclusion of
            | at close of | at end of | upon conclusion of
            """,
    }
)
TAKES_PLACE = phrases(
    """
    which will take place | which would take place | that will take place | which will be held
    | which would be held | that will be held | which takes place | which is to be held
    | which is to take place | to be held | to take place | held | taking place | being held
    | to be convened | which will be convened | to be hosted
    """
)
DETERMINERS = words("a an its their our your his her any")
THIS_MEETING = phrases("meeting | this meeting | present meeting | today meeting")
MEETING_WORDS = words(
    """
    meeting meetings session sessions conference conferences commission summit summits workshop
    workshops forum fora dialogue dialogues dialog assembly symposium symposia seminar seminars
    panel panels council committee congress cop plenary retreat consultation consultations
    roundtable roundtables hearing board convention event colloquium gathering prepcom segment
    debate intersessional negotiations talks caucus webinar training review agm unga unea wha
    ecosoc hlpf csw gfmd
    """
)
SLOGANS = words("agenda vision horizon post")
