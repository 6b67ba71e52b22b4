"""With which article a name is spoken: "le Brésil", "a Colômbia", "the Bahamas", "Cuba".

Unicode's CLDR has the names of States but not their articles. The catalogues join article and preposition ("au
Brésil", `podium-whom`); what has no article here is spoken in a sentence that needs none.
"""

from typing import Final

from server.dialogue.model.setup import Language, Text

ARTICLES: Final[dict[Language, tuple[str, ...]]] = {
    "es": ("el", "la", "los", "las"),
    "en": ("the",),
    "pt": ("o", "a", "os", "as"),
    "fr": ("le", "la", "l’", "les"),
}
"""What there is to choose from; "" is a name that is used without one."""

BY_ARTICLE: Final[dict[Language, dict[str, str]]] = {
    "es": {"el": "GB", "la": "CF DO IN", "los": "AE NL US", "las": "BS MH SB"},
    "en": {"the": "AE BS CF DO GB KM MH MV NL PH SB US"},
    "pt": {
        "": "AG AO BB BZ CU CV CY GD HN IL KN LC MC MG MT MZ PT SG SM SV TT VC",
        "o": "AF BR CA CL EC EG GB GA HT IQ IR JP KE KW KZ LA LB LK LS MA MW MX NE NP PA PE PK PY QA SD SN SR TD TG "
        "TJ TM UY UZ VN YE ZW",
        "a": "AL AM AR AT AU BA BE BG BO BY CH CI CN CO CR CZ DE DK DM DO DZ EE ES ET FI FR GE GM GN GQ GR GT GW GY "
        "HR HU ID IE IN IS IT JM JO KP KR LR LT LV LY MD MK MN MR MY NA NG NI NO NZ PL RO RS RU SA SE SI SK SL SO SY "
        "TH TN TR TZ UA UG VE ZA ZM",
        "os": "AE US",
        "as": "BS KM MV PH SC",
    },
    "fr": {
        "": "AG BH CU CY DJ HT IL KI KN LC MC MG MT MU NR OM SG SM ST SV TV VC VU",
        "le": "BD BF BI BJ BN BR BT BW BZ CA CD CG CL CM CR CV DK GA GB GH GT GY HN JP KE KG KH KW KZ LA LB LI LK LS "
        "LU MA ME ML MM MW MX MZ NE NG NI NP PA PE PK PT PY QA RW SD SN SR SS TD TG TJ TL TM VE VN YE ZW",
        "la": "BA BB BE BG BO BY CF CH CI CN CO CZ DM DO FI FM FR GD GE GM GN GQ GR GW HR HU JM JO KP KR LR LT LV "
        "LY MD MK MN MR MY NA NO NZ PG PL RO RS RU SE SI SK SL SO SY TH TN TR TT TZ ZM",
        "l’": "AD AF AL AM AO AR AT AU AZ DE DZ EC EG ER ES EE ET ID IE IN IQ IR IS IT SA SZ UA UG UY UZ ZA",
        "les": "AE BS FJ KM MH MV NL PH PW SB SC TO US WS",
    },
}
"""Codes of ISO 3166-1, for names as `states.py` has them."""

USUAL: Final[Text] = {"es": "", "en": ""}
"""Where most names have none."""


def state_article(code: str) -> Text:
    """The article of a State's name by language; a language in which it is not known is left out."""
    return USUAL | {
        language: article
        for language, named in BY_ARTICLE.items()
        for article, codes in named.items()
        if code in codes.split()
    }
