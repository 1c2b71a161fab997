"""codes.py: codes with a check digit, and the provinces.

SPDX-License-Identifier: GPL-3.0-or-later
"""

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
USCC_VALUES = {c: i for i, c in enumerate(USCC_ALPHABET)}

# GB/T 2260 digits: English short name, Chinese short name
PROVINCES = {
    "11": ("Beijing", "北京"), "12": ("Tianjin", "天津"), "13": ("Hebei", "河北"), "14": ("Shanxi", "山西"),
    "15": ("Inner Mongolia", "内蒙古"), "21": ("Liaoning", "辽宁"), "22": ("Jilin", "吉林"),
    "23": ("Heilongjiang", "黑龙江"), "31": ("Shanghai", "上海"), "32": ("Jiangsu", "江苏"),
    "33": ("Zhejiang", "浙江"), "34": ("Anhui", "安徽"), "35": ("Fujian", "福建"), "36": ("Jiangxi", "江西"),
    "37": ("Shandong", "山东"), "41": ("Henan", "河南"), "42": ("Hubei", "湖北"), "43": ("Hunan", "湖南"),
    "44": ("Guangdong", "广东"), "45": ("Guangxi", "广西"), "46": ("Hainan", "海南"), "50": ("Chongqing", "重庆"),
    "51": ("Sichuan", "四川"), "52": ("Guizhou", "贵州"), "53": ("Yunnan", "云南"), "54": ("Tibet", "西藏"),
    "61": ("Shaanxi", "陕西"), "62": ("Gansu", "甘肃"), "63": ("Qinghai", "青海"), "64": ("Ningxia", "宁夏"),
    "65": ("Xinjiang", "新疆"), "71": ("Taiwan", "台湾"), "81": ("Hong Kong", "香港"), "82": ("Macao", "澳门"),
}


def uscc_check(first17):
    """The eighteenth character of a unified social credit code (GB 32100-2015)."""
    total = sum(USCC_VALUES[c] * w for c, w in zip(first17, USCC_WEIGHTS))
    return USCC_ALPHABET[(31 - total % 31) % 31]


def uscc_valid(text):
    return (len(text) == 18 and all(c in USCC_VALUES for c in text) and text[2:8].isdigit()
            and uscc_check(text[:17]) == text[17])


def uscc_province(text):
    return text[2:4]


def organisation_check(first8):
    """The ninth character of an organisation code (GB 11714), inside the USCC."""
    total = sum((int(c, 36)) * w for c, w in zip(first8, (3, 7, 9, 10, 5, 8, 4, 2)))
    return "0123456789X0"[11 - total % 11]


def uscc_make(region, first8):
    first17 = "91" + region + first8 + organisation_check(first8)
    return first17 + uscc_check(first17)


def gtin_check(first12):
    """The last digit of a GTIN-13 (GS1)."""
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(first12))
    return str(-total % 10)


def gtin_valid(text):
    return len(text) == 13 and text.isdigit() and gtin_check(text[:12]) == text[12]


assert uscc_valid("91350100M000100Y43") and uscc_valid("91110000802100433B")
