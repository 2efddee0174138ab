"""Sound files of a few kinds, as small as they can be."""

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f00038501805eb3c8d90000000049454e44ae426082"
)
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"


def pdf(name: str = "Quyết định 412.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


def png(name: str = "ảnh chụp.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PNG)
