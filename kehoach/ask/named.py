"""Documents that a question names, and questions about who cites them."""

from kehoach.ask.patterns import Pattern

_NUMBER = (
    r"(?<![/\d])\d{1,6}(?:/(?:19|20)\d\d)?(?:[/-]\s?| / )"
    r"[a-z][a-z0-9&.]*(?:[-/][a-z][a-z0-9&.]*){0,4}"
)
_KINDS = (
    r"(?:ban )?(?:ke hoach|cong van|quyet dinh|nghi quyet|chi thi|thong tu|nghi dinh|chuong trinh"
    r"|huong dan|ket luan|luat|van ban|plan|decision|directive|document|circular|decree|resolution"
    r"|letter|programme|program)"
)

DOCUMENT = Pattern(
    "document",
    rf"(?:(?:trong |cua |in |of |the |tai )?(?:{_KINDS} )?(?:so |no\.? |number )?"
    rf"(?P<number>{_NUMBER})"
    rf"|(?:{_KINDS} )(?:(?:so |no\.? |number )(?P<digits>\d{{1,5}})"
    r"|(?!(?:19|20)\d\d(?!\d))(?P<bare>\d{1,5}))(?![/\d-])"
    r"|(?:trong |cua |in |of )?(?:tep |file )?"
    r"(?P<file>[\w.-]{1,120}\.(?:pdf|docx?|txt|odt|rtf|html?))"
    r"|(?P<id>(?=[0-9a-f]{0,11}\d)[0-9a-f]{12}))",
    ("kế hoạch số 665/KH-SGDĐT", "665/KH-SGDĐT", "38-KH/HĐTN", "Nghị định 98/2023/NĐ-CP",
     "plan 665", "plan 665/KH-SGDĐT", "tệp ke-hoach-2024.pdf", "7a03fd00e447"),
)  # fmt: skip

_CITE = (
    r"(?:(?:dan chieu|vien dan|can cu|trich dan|tham chieu)(?: den| vao| toi| theo| tren)?"
    r"|nhac (?:den|toi)|dua (?:vao|tren))"
)
_CITE_EN = (
    r"(?:cit(?:es?|ed|ing)|refer(?:s|red|ring)? to|mention(?:s|ed|ing)?|(?:are |is )?based on)"
)

CITING = (
    Pattern(
        "missing",
        rf"(?:chua|khong|con chua|van chua)(?: he)?(?: duoc)? {_CITE}"
        rf"|(?:does not|doesn't|do not|don't|did not|didn't|not yet|not|fails? to|never|without) "
        rf"(?:yet )?{_CITE_EN}",
        (
            "chưa dẫn chiếu",
            "không căn cứ vào",
            "chưa viện dẫn đến",
            "do not cite",
            "without citing",
            "does not refer to",
        ),
    ),
    Pattern(
        "citing",
        rf"(?:co |da |duoc )?{_CITE}|{_CITE_EN}",
        ("dẫn chiếu", "căn cứ vào", "có viện dẫn", "cites", "refer to", "based on"),
    ),
)

LOWER = Pattern(
    "lower",
    r"(?:cua )?(?:cac )?(?:don vi )?(?:cap duoi|cap thap hon|don vi cap duoi|tuyen duoi)"
    r"|lower(?:-level| level)?|subordinate",
    ("cấp dưới", "các đơn vị cấp dưới", "lower", "subordinate"),
)

# Asking for what stands in the texts: only where it is said that this is wanted.
SEARCHES = (
    Pattern(
        "search",
        r"(?:hay |toi muon )?(?:tim kiem|tra cuu|tim|search for|search|look for|look up|find)"
        r"(?: (?:giup|ho|gium))?(?: (?:cho )?(?:toi|minh|em|me))?"
        r"(?: (?:cac |nhung |tat ca )?(?:ke hoach|van ban|tai lieu|plans|documents"
        r"|all plans|all documents))?(?: (?:nao|co|noi ve|ve|chua|cum tu|chu|tu|nhac den"
        r"|lien quan den|about|containing|that mention|mentioning|with the words?|which mention"
        r"|on)){0,3} "
        r"(?P<words>.{2,200})",
        ("tìm đuối nước", "tìm văn bản nói về phòng cháy", "tra cứu cụm từ chuyển đổi số",
         "tìm giúp tôi văn bản nói về dạy bơi",
         "search for drowning", "find documents about digital transformation"),
    ),
    Pattern(
        "search",
        r"(?:co )?(?:nhung |cac )?(?:ke hoach|van ban|tai lieu)(?: nao)? "
        r"(?:noi ve|noi den|de cap(?: den| toi)?|lien quan den|co chu|co cum tu|chua cum tu"
        r"|chua chu|co nhac den|nhac den tu|ve"
        r"|nhac (?:den|toi)(?! .{0,40}\d)(?! (?:mot |cac )?(?:ke hoach|van ban|quyet dinh|cong van"
        r"|luat|nghi (?:dinh|quyet)|thong tu|chi thi|cap tren))) (?P<words>.{2,200})",
        ("kế hoạch nào nói về đuối nước", "văn bản nào đề cập đến sốt xuất huyết",
         "kế hoạch về hiến máu", "văn bản nào nhắc đến đuối nước"),
    ),
    Pattern(
        "search",
        r"(?:which|what|any|are there any|show|list) (?:the |all |me )?(?:plans|documents) "
        r"(?:(?:that |which )?(?:are )?(?:about|on|contain(?:ing)?|dealing with|deal with"
        r"|(?:talk|speak)(?:ing)? (?:about|of)|say)) (?P<words>.{2,200})",
        ("which plans are about drowning", "what documents contain blood donation",
         "list plans about fire safety"),
    ),
)  # fmt: skip
