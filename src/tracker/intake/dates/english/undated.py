"""What sets no date in English, and what is said beside one without changing it."""

from tracker.intake.dates.language import Vague, Wordings, phrases, words

VAGUE = Wordings(
    {
        Vague.RECURRING: """
            annually | yearly | monthly | weekly | fortnightly | daily | quarterly | biannually
            | biennially | bi annually | bi monthly | bimonthly | bi weekly | biweekly
            | semi annually | semiannually | triennially | regularly | periodically | annual
            | recurring | recurrent | on regular basis | on a regular basis | on an annual basis
            | on annual basis | on yearly basis | on a yearly basis | on a quarterly basis
            | on a monthly basis | on a weekly basis | on a biennial basis | once a year
            | twice a year | once per year | twice yearly | once yearly | three times a year
            | twice per year | once every year | per year | per annum | year round
            | from time to time | at regular intervals | as a regular activity | regular
            | routinely | year on year
            """,
        Vague.UNSET: """
            ongoing | on going | ongoing activity | ongoing work | ongoing process
            | on an ongoing basis | on ongoing basis | continuous | continuously | continuing
            | continued | continual | continually | on a continuous basis | on a continuing basis
            | on continuous basis | on a rolling basis | on rolling basis | rolling | permanent
            | permanently | standing | open ended | open | indefinite | indefinitely
            | until further notice | at all times | 24 / 7 | soon | very soon | soonest | shortly
            | very shortly | imminent | imminently | as soon as possible | as soon as practicable
            | as soon as feasible | asap | at earliest | at your earliest convenience
            | at earliest opportunity | at earliest possible opportunity | at earliest convenience
            | earliest possible | as early as possible | at first opportunity | immediately
            | immediate | with immediate effect | effective immediately | at once | urgent
            | urgently | promptly
            | without delay | right away | in due course | in due time | in good time | in time
            | in near future | in foreseeable future | in immediate future | in future
            | in short term | in medium term | in long term | short term | medium term | long term
            | near term | in near term | in short to medium term | in medium to long term
            | eventually | at some point | sometime | some time | at a later date
            | at a later stage | at later stage | later | later on | in time to come
            | in coming days | in coming weeks | in coming months | in coming years
            | in next few days | in next few weeks | in next few months | in next few years
            | over coming weeks | over coming months | over coming years | over next few weeks
            | over next few months | over next few years | within next few weeks
            | within next few months | within coming weeks | within coming months | in a few days
            | in a few weeks | in a few months | in a few years | within a few weeks
            | within a few months | in several weeks | in several months | in next days
            | in next weeks | in next months | in next years | in following weeks
            | in following months | in weeks ahead | in months ahead | in years ahead
            | in weeks to come | in months to come | in years to come | over time | as appropriate
            | as required | as needed | as necessary | when needed | when possible
            | where possible | when ready | when available | when appropriate | as and when
            | as and when required | as and when needed | upon request | on request | on demand
            | as requested | time permitting | ad hoc | tbd | tba | tbc | tbs | tbn
            | to be determined | to be decided | to be announced | to be confirmed | to be defined
            | to be agreed | to be advised | to be set | to be fixed | to be scheduled
            | to be discussed | to be specified | date tbc | date tbd | date to be confirmed
            | date to be determined | dates to be confirmed | dates to be determined | dates tbc
            | dates tbd | date to be decided | date to be announced | pending | not yet known
            | not known | unknown | undetermined | undecided | unspecified | not yet determined
            | not yet decided | not yet confirmed | not yet set | not set | not set yet
            | not yet fixed | not fixed | not specified | not stated | not given | not indicated
            | not available | not applicable | not defined | not determined | none | none given
            | none stated | none set | none yet | nil | null | no date | no date given
            | no date set | no date yet | no deadline | no fixed date | no due date
            | no specific date | no timeline | no time frame | no timeframe | undated
            | without date | without a date | n / a | na | nd | sine die | - | - - | - - -
            """,
    }
)
CONDITIONS = phrases(
    """
    as soon as | subject to | pending | depending on | dependent on | conditional on
    | conditional upon | contingent on | contingent upon | upon receipt of | on receipt of
    | upon availability of | once | upon | when funding | when funds | when resources | if funding
    | if funds | if resources | provided that | funding permitting
    """
)
EVERY = words("every each")
OTHERS = Wordings(
    {
        "fiscal": "fiscal | financial year | budget year | budgetary year | fy",
        "academic": "academic year | school year",
        "biennium": """
            current biennium | next biennium | this biennium | coming biennium | present biennium
            """,
    }
)
HEDGES = phrases(
    """
    or about | or around | about | around | approx | approximately | circa | ca | roughly
    | probably | possibly | hopefully | presumably | likely | ideally | preferably | tentatively
    | tentative | provisionally | provisional | preliminary | indicative | estimated | expected
    | expected for | anticipated | planned | planned for | planned on | planned in | scheduled
    | scheduled for | scheduled on | scheduled in | foreseen | foreseen for | foreseen in
    | envisaged | envisaged for | envisaged in | set for | slated for | due in | due on | due
    | target | target date | targeted for | revised | exact | exactly | precisely | tbc | tbd
    | to be confirmed | date tbc | dates tbc | date to be confirmed | dates to be confirmed
    | subject to confirmation | confirmed | not confirmed | unconfirmed | exact date tbc
    | exact date to be confirmed | exact dates tbc | exact dates to be confirmed | some time
    | sometime | some time in | sometime in | at some point in | at some point | even | only
    | well | shortly | just | immediately | right | directly | as early as | perhaps | maybe
    | inclusive | incl | month of | months of | when | date | dates | timeline | timeframe
    | time frame | expected date
    """
)
CLOCK_LEADS = words("at from")
CLOCK_JOINS = words("- to until and")
CLOCK = phrases(
    """
    noon | midday | midnight | morning | afternoon | evening | lunchtime | lunch time | in morning
    | in afternoon | in evening | o clock
    """
)
CLOSE_OF_DAY = phrases(
    """
    cob | eod | eob | close of business | close of play | end of business | end of business day
    | end of working day | end of day | close of day | close of business day | end of play
    """
)
ZONES = words(
    """
    utc gmt cet cest eet eest est edt et cst pst wat eat bst local geneva rome paris new york time
    """
)
