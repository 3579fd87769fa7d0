"""Names of people as printed: Chinese names by their surnames, foreign ones by their dots."""

from __future__ import annotations

import re

#: Common surnames, simplified and traditional; more than nine in ten people bear one of them.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏"
    "魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵"
    "万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝"
    "包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾"
    "尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬"
    "师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚"
    "鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋"
    "常傅元萧湛贝茅洪诸钮嵇荀糜富宓郗戎幸蓟赖莘贡逄郦濮寿郏浦阎庾暨衡弘竺沃蔚訾"
    "相初门云容敬来扈晁芮都普阙戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢"
    "張劉陳楊黃趙吳孫馬羅鄭許韓馮鄧蔣葉蘇魏呂盧鐘鍾譚陸範賈韋鄒賴龍賀顧龔萬錢嚴湯齊喬龐顏莊聶魯"
    "關蘭紀畢塗駱藍華農簡車項連盧婁竇衛應閔鄔邊師榮叢鞏遲鄺樂儲勞樓滿聞厲區權強帥蓋練豐國計門雲"
)

#: Surnames of two characters.
DOUBLE_SURNAMES = frozenset(
    """
    欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 宇文 长孙 司徒 夏侯 轩辕 端木 南宫 张简 范姜
    歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 軒轅 南宮 張簡
    """.split()
)

_HAN = "\u3400-\u9fff\uf900-\ufaff"

#: A two-character name set wide: both characters stand alone.
_PADDED = rf"[{_HAN}][ \u3000]{{1,2}}[{_HAN}](?![{_HAN}·])"

#: One name: padded, foreign with its dots, Chinese, or in Latin letters.
NAME = re.compile(
    rf"{_PADDED}|[{_HAN}]+(?:[·•・‧][{_HAN}]+)+|[{_HAN}]{{2,12}}"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
)


def compact(name: str) -> str:
    """A name without the blanks that pad it.

    >>> compact("张　三"), compact("Jane Doe")
    ('张三', 'Jane Doe')
    """
    return name if name.isascii() else re.sub(r"\s+", "", name)


def has_surname(name: str) -> bool:
    """Whether a Chinese name begins with a surname.

    >>> has_surname("宗晓畅"), has_surname("手记")
    (True, False)
    """
    return name[:2] in DOUBLE_SURNAMES or name[:1] in SURNAMES


def split_names(run: str) -> tuple[str, ...]:
    """Names that run together, parted before surnames; () where that isn't possible.

    >>> split_names("张驰李小明"), split_names("欧阳修文"), split_names("了解到")
    (('张驰', '李小明'), ('欧阳修文',), ())
    """
    if not run or len(run) > 12:
        return ()
    sizes = (3, 4) if run[:2] in DOUBLE_SURNAMES else (2, 3)
    if not has_surname(run):
        return ()
    if len(run) in sizes:
        return (run,)
    for size in sizes:
        rest = split_names(run[size:])
        if rest:
            return (run[:size], *rest)
    return ()
