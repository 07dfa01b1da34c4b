"""Write `tracker/countries.toml` from pycountry's copy of ISO 3166-1 (`make countries`)."""

import json
from pathlib import Path
from typing import NamedTuple

import pycountry

TARGET = Path(__file__).parent.parent / "tracker" / "countries.toml"

HEADER = """\
# Countries by their ISO 3166-1 alpha-2 code, with the short name in everyday English; `the = true` where a sentence
# puts the article before it. Made by `make countries`: change tests/make_countries.py, not this file.
"""


class Country(NamedTuple):
    """A row of the table: two letters, three letters, the name as in the middle of a sentence."""

    alpha2: str
    alpha3: str
    name: str


# Who can leave a treaty without an entry of its own. ISO 3166-1 reserves EU, and EUE stands on the travel documents
# that the Union issues; XK and XKX come from the ranges left to users, as the European Commission and the World Bank
# write them.
NOT_IN_THE_STANDARD = (
    Country("EU", "EUE", "the European Union"),
    Country("XK", "XKX", "Kosovo"),
)

# Where a sentence in everyday English says something else than the standard. Seychelles and Solomon Islands go without
# an article, as at the United Nations.
NAMES = {
    "AE": "the United Arab Emirates",
    "AX": "the Åland Islands",
    "BN": "Brunei",
    "BO": "Bolivia",
    "BQ": "the Caribbean Netherlands",
    "BS": "the Bahamas",
    "CC": "the Cocos (Keeling) Islands",
    "CD": "the Democratic Republic of the Congo",
    "CF": "the Central African Republic",
    "CG": "the Republic of the Congo",
    "CK": "the Cook Islands",
    "DO": "the Dominican Republic",
    "FK": "the Falkland Islands",
    "FM": "Micronesia",
    "FO": "the Faroe Islands",
    "GB": "the United Kingdom",
    "GM": "the Gambia",
    "IM": "the Isle of Man",
    "IO": "the British Indian Ocean Territory",
    "IR": "Iran",
    "KM": "the Comoros",
    "KP": "North Korea",
    "KR": "South Korea",
    "KY": "the Cayman Islands",
    "LA": "Laos",
    "MD": "Moldova",
    "MF": "Saint Martin",
    "MH": "the Marshall Islands",
    "MP": "the Northern Mariana Islands",
    "MV": "the Maldives",
    "NL": "the Netherlands",
    "PH": "the Philippines",
    "PN": "the Pitcairn Islands",
    "PS": "Palestine",
    "RU": "Russia",
    "SH": "Saint Helena",
    "ST": "São Tomé and Príncipe",
    "SX": "Sint Maarten",
    "SY": "Syria",
    "TC": "the Turks and Caicos Islands",
    "TF": "the French Southern Territories",
    "TW": "Taiwan",
    "TZ": "Tanzania",
    "UM": "the United States Minor Outlying Islands",
    "US": "the United States",
    "VA": "the Holy See",
    "VE": "Venezuela",
    "VG": "the British Virgin Islands",
    "VI": "the United States Virgin Islands",
    "VN": "Vietnam",
}


def countries() -> list[Country]:
    """Give every country, by its two-letter code."""
    standard = (Country(entry.alpha_2, entry.alpha_3, entry.name) for entry in pycountry.countries)
    named = (country._replace(name=NAMES.get(country.alpha2, country.name)) for country in standard)
    return sorted((*named, *NOT_IN_THE_STANDARD))


def line(country: Country) -> str:
    """Write one country as a line of TOML; JSON's strings are TOML's, as no name holds a DEL."""
    bare = country.name.removeprefix("the ")
    the = "" if bare == country.name else ", the = true"
    return f'{country.alpha2} = {{alpha3 = "{country.alpha3}", name = {json.dumps(bare, ensure_ascii=False)}{the}}}\n'


def render() -> str:
    """Give the whole file."""
    return HEADER + "".join(line(country) for country in countries())


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8", newline="\n")
