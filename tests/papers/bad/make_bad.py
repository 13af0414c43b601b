"""Makes the inputs a reader must survive: `python make_bad.py`. `many_pages` makes the long one at test time."""

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
SOUND = HERE.parent / "made" / "greve-kommune" / "byraad" / "3106624.pdf"
FONT = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"
A4 = (595.276, 841.89)


def many_pages(path: Path, *, pages: int = 1500) -> None:
    """A paper of many pages, each with its number and a sentence; under two seconds."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 760, f"Punkt {number}: Orientering om post nummer {number}")
        canvas.drawString(72, 740, "Orienteringen blev taget til efterretning.")
        canvas.drawString(290, 40, f"Side {number}")
        canvas.showPage()
    canvas.save()


def not_pdf() -> None:
    (HERE / "empty.pdf").write_bytes(b"")
    page = "<!DOCTYPE html>\n<html><head><title>Siden findes ikke</title></head><body><h1>404</h1><p>Dokumentet er flyttet.</p></body></html>\n"
    (HERE / "not-a-pdf.pdf").write_text(page, encoding="utf-8")
    out = BytesIO()
    body = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Referat af møde i Seniorrådet</w:t></w:r></w:p></w:body></w:document>'
    types = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", types), ("word/document.xml", body)):
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    (HERE / "word.pdf").write_bytes(out.getvalue())


def damaged() -> None:
    whole = SOUND.read_bytes()
    (HERE / "truncated.pdf").write_bytes(whole[: len(whole) // 2])
    (HERE / "wrong-ending.txt").write_bytes(whole)
    with pikepdf.new() as pdf:
        pdf.save(HERE / "no-pages.pdf", deterministic_id=True)


def locked() -> None:
    """RC4 is weak but its bytes are always the same; the AES file is new each time and so is made only when it is missing."""
    with pikepdf.open(SOUND) as pdf:
        pdf.save(
            HERE / "user-password.pdf",
            static_id=True,
            encryption=pikepdf.Encryption(user="hemmelig", owner="ejer", R=3, aes=False, metadata=False),
        )
        pdf.save(
            HERE / "owner-password.pdf",
            static_id=True,
            encryption=pikepdf.Encryption(user="", owner="ejer", R=3, aes=False, metadata=False),
        )
        if not (HERE / "owner-password-aes.pdf").exists():
            pdf.save(HERE / "owner-password-aes.pdf", encryption=pikepdf.Encryption(user="", owner="ejer", R=6))


def no_text() -> None:
    """A scanned page: a picture of letters and no text layer."""
    picture = Image.new("1", (1240, 1754), 1)
    pen = ImageDraw.Draw(picture)
    lines = [
        "Referat af møde i Beboerrådet",
        "Tirsdag den 14. maj 2019",
        "",
        "1. Godkendelse af dagsorden",
        "Godkendt.",
        "",
        "2. Maling af trappeopgange",
        "Udsat til næste møde.",
    ]
    for row, line in enumerate(lines):
        pen.text((150, 180 + row * 60), line, font=ImageFont.truetype(FONT, 36), fill=0)
    canvas = Canvas(str(HERE / "no-text.pdf"), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()


def big_page() -> None:
    """One page of 100,000 letters and spaces."""
    registerFont(TTFont("tiny", FONT))
    canvas = Canvas(str(HERE / "big-page.pdf"), pagesize=(A4[0] * 2, A4[1] * 2), invariant=1, pageCompression=1)
    canvas.setFont("tiny", 3)
    sentence = "Rådet drøftede punkt {n} og tog orienteringen til efterretning. "
    text, number = "", 0
    while len(text) < 100_000:
        number += 1
        text += sentence.format(n=number)
    text = text[:100_000]
    for row in range(250):
        canvas.drawString(60, A4[1] * 2 - 60 - row * 4, text[row * 400 : row * 400 + 400])
    canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    not_pdf()
    damaged()
    locked()
    no_text()
    big_page()
