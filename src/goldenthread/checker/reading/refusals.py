"""Why a file cannot be checked, and what helps. Each goes on from the name of the file."""

from goldenthread.documents.untrusted.packages import PackageKind
from goldenthread.documents.untrusted.sniffing import FileKind

DAMAGED = "is damaged and cannot be opened; fetch it again, or open it and save it as a new file"

NO_WORDS = "has no words in it; give the document that should be checked"

NO_TEXT_PICTURES = (
    "has only pictures and no text; run text recognition on it, or give the file it was made from"
)

_GIVE = "give the brief itself, as a .docx, .pdf, .pptx, .html, .md or .txt file"

REFUSED = {
    FileKind.EMPTY: "is empty (0 bytes); fetch it again",
    FileKind.PROTECTED: "is protected by a password; open it and save it without one",
    FileKind.OLD_WORD: "is in the old .doc format; open it in Word and save it as a .docx file",
    FileKind.OLD_POWERPOINT: (
        "is in the old .ppt format; open it in PowerPoint and save it as a .pptx file"
    ),
    FileKind.OLD_EXCEL: "is in the old .xls format; open it in Excel and save it as an .xlsx file",
    FileKind.RTF: "is a Rich Text document; open it in Word and save it as a .docx file",
    FileKind.XML: "is an XML file; open it in the program that made it and save it as .docx",
    FileKind.EMAIL: "is an e-mail; save the brief that is attached or written in it, and give that",
    FileKind.PICTURE: f"is a picture, in which no words can be read; {_GIVE}",
    FileKind.PROGRAM: f"is a program, not a document; {_GIVE}",
    FileKind.UNKNOWN: f"is of a kind that cannot be read, or damaged; {_GIVE}",
}

REFUSED_PACKAGES = {
    PackageKind.OPEN_TEXT: "is an OpenDocument text (.odt); open it and save it as a .docx file",
    PackageKind.OPEN_SLIDES: (
        "is an OpenDocument presentation (.odp); open it and save it as a .pptx file"
    ),
    PackageKind.OPEN_WORKBOOK: (
        "is an OpenDocument spreadsheet (.ods); open it and save it as an .xlsx file"
    ),
    PackageKind.BINARY_WORKBOOK: (
        "is a binary workbook (.xlsb); open it in Excel and save it as an .xlsx file"
    ),
    PackageKind.APPLE: (
        "is a Pages, Keynote or Numbers file; export it as a Word document or a PDF and give that"
    ),
    PackageKind.BOOK: f"is an electronic book; {_GIVE}",
    PackageKind.OTHER: f"is a zip archive; take the document out of it, and {_GIVE}",
}
