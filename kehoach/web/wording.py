"""Words of the page for what the record and the questions name by codes."""

from checks.reference.confidence import Confidence
from kehoach.i18n import N_
from schemas import Level, Role

LEVEL_WORDS: dict[Level, str] = {
    "central": N_("central bodies"),
    "ministry": N_("ministries"),
    "ministry-department": N_("departments of ministries"),
    "province": N_("provinces"),
    "province-department": N_("departments of provinces"),
    "district": N_("districts"),
    "district-department": N_("departments of districts"),
    "commune": N_("communes"),
    "commune-department": N_("departments of communes"),
    "institution": N_("schools, hospitals and the like"),
    "council": N_("councils and steering committees"),
    "party": N_("the Party"),
    "organisation": N_("mass organisations"),
}

CITATION_ROLES: dict[Role, str] = {
    "basis": N_("basis"),
    "implements": N_("carries out"),
    "continues": N_("continues"),
    "amends": N_("amends"),
    "replaces": N_("replaces"),
    "mention": N_("mentions"),
}

CONFIDENCE_WORDS: dict[Confidence, str] = {
    "confirmed": N_("confirmed"),
    "office": N_("the office's own"),
    "document": N_("as documents cite it"),
    "memory": N_("not confirmed"),
}

# Kinds of marked items: the class of their colour -> what people call them.
KIND_WORDS = {
    "header": N_("Header"),
    "task": N_("Work"),
    "phase": N_("Phases"),
    "target": N_("Targets"),
    "citation": N_("Citations"),
    "campaign": N_("Campaigns"),
    "duty": N_("Who answers for what"),
    "anniversary": N_("Anniversaries"),
}

FIELD_WORDS = {
    "number": N_("Number"),
    "kind": N_("Kind"),
    "subject": N_("About"),
    "issuer": N_("Issuer"),
    "place": N_("Place"),
    "issued_on": N_("Issued"),
    "period": N_("For"),
    "signer": N_("Signed"),
    "action": N_("Work"),
    "start": N_("First day"),
    "end": N_("Last day"),
    "leads": N_("Leads"),
    "partners": N_("Takes part"),
    "label": N_("Name"),
    "name": N_("Name"),
    "value": N_("Value"),
    "unit": N_("Unit of measure"),
    "count": N_("Years"),
}
