"""catalogue.py: what the invented exporters are made of: towns, trades, goods, names.

SPDX-License-Identifier: GPL-3.0-or-later
"""

# province: (towns: English, Chinese, region code of GB/T 2260), weight of the province
TOWNS = {
    "33": (16, (("Ningbo", "宁波", "330203"), ("Wenzhou", "温州", "330302"), ("Yiwu", "义乌", "330782"),
                ("Taizhou", "台州", "331002"), ("Shaoxing", "绍兴", "330602"), ("Jiaxing", "嘉兴", "330402"),
                ("Yongkang", "永康", "330784"))),
    "44": (16, (("Foshan", "佛山", "440604"), ("Dongguan", "东莞", "441900"), ("Zhongshan", "中山", "442000"),
                ("Shenzhen", "深圳", "440306"), ("Chaozhou", "潮州", "445102"), ("Shantou", "汕头", "440507"))),
    "32": (11, (("Suzhou", "苏州", "320506"), ("Changzhou", "常州", "320402"), ("Wuxi", "无锡", "320205"),
                ("Nantong", "南通", "320612"), ("Yangzhou", "扬州", "321002"))),
    "35": (9, (("Quanzhou", "泉州", "350502"), ("Xiamen", "厦门", "350203"), ("Fuzhou", "福州", "350102"),
               ("Putian", "莆田", "350302"))),
    "37": (9, (("Qingdao", "青岛", "370202"), ("Weihai", "威海", "371002"), ("Linyi", "临沂", "371302"),
               ("Yantai", "烟台", "370602"))),
    "31": (5, (("Shanghai", "上海", "310115"), ("Shanghai", "上海", "310117"))),
    "34": (5, (("Hefei", "合肥", "340104"), ("Bengbu", "蚌埠", "340303"), ("Wuhu", "芜湖", "340203"))),
    "36": (4, (("Ganzhou", "赣州", "360702"), ("Jingdezhen", "景德镇", "360202"), ("Nanchang", "南昌", "360102"))),
    "42": (4, (("Wuhan", "武汉", "420106"), ("Xiantao", "仙桃", "429004"))),
    "41": (5, (("Xuchang", "许昌", "411002"), ("Luoyang", "洛阳", "410302"), ("Zhengzhou", "郑州", "410105"))),
    "43": (4, (("Liling", "醴陵", "430281"), ("Changsha", "长沙", "430102"))),
    "13": (4, (("Baoding", "保定", "130602"), ("Hengshui", "衡水", "131102"))),
    "51": (4, (("Chengdu", "成都", "510104"), ("Mianyang", "绵阳", "510703"))),
    "21": (4, (("Dalian", "大连", "210202"), ("Shenyang", "沈阳", "210102"))),
}

# English, Chinese, GB standard of the test report where one is named, special needs, goods:
# English, Chinese, HS code, unit cost in minor units, in the CCC catalogue
TRADES = (
    ("Kitchenware", "厨具", "GB 4806.9-2023", "", (
        ("Frying pan 24 cm", "24厘米煎锅", "761510", 3800, False), ("Steamer, two tiers", "双层蒸锅", "732393", 5200, False),
        ("Stock pot 8 l", "8升汤锅", "732393", 6900, False), ("Milk pan 16 cm", "16厘米奶锅", "761510", 2600, False),
        ("Electric egg boiler", "煮蛋器", "851660", 3400, True), ("Mixing bowls, set of 5", "打蛋盆五件套", "732393", 4100, False))),
    ("Locks", "锁业", "GB 21556-2008", "", (
        ("Door lock, brass", "黄铜门锁", "830140", 5600, False), ("Padlock 50 mm", "50毫米挂锁", "830110", 1500, False),
        ("Bicycle lock", "自行车锁", "830140", 2200, False), ("Cabinet lock", "柜锁", "830140", 900, False))),
    ("Home Furnishings", "家居用品", "GB 18584-2024", "", (
        ("Bedside table, ash", "白蜡木床头柜", "940350", 21000, False), ("Bookshelf, five tiers", "五层书架", "940360", 26500, False),
        ("Reading chair", "阅读椅", "940161", 38800, False), ("Folding stool", "折叠凳", "940169", 5400, False),
        ("Coat stand", "衣帽架", "940360", 8600, False))),
    ("Accessories", "饰品", "GB 28480-2012", "", (
        ("Hair clip, enamel", "珐琅发夹", "711719", 480, False), ("Bracelet, plated", "镀金手链", "711719", 1250, False),
        ("Earrings, glass bead", "玻璃珠耳环", "711790", 760, False), ("Brooch, leaf", "叶形胸针", "711719", 890, False))),
    ("Toys", "玩具", "GB 6675.1-2014", "", (
        ("Wooden train set", "木制小火车", "950300", 5900, True), ("Building blocks, 120", "积木120块", "950300", 4600, True),
        ("Puppet theatre", "手偶剧场", "950300", 3900, True), ("Kite, delta", "三角风筝", "950300", 1800, True),
        ("Pull-along duck", "拖拉小鸭", "950300", 2100, True))),
    ("Footwear", "鞋业", "", "", (
        ("Running shoe", "跑步鞋", "640411", 7200, False), ("Clog, garden", "园艺洞洞鞋", "640299", 2400, False),
        ("Walking boot", "徒步靴", "640399", 14500, False), ("Canvas shoe", "帆布鞋", "640411", 4300, False))),
    ("Textiles", "纺织", "GB 18401-2010", "", (
        ("Bath towel 70 × 140", "浴巾70×140", "630260", 2300, False), ("Duvet cover, cotton", "纯棉被套", "630231", 8800, False),
        ("Cushion cover, linen", "亚麻靠垫套", "630492", 1900, False), ("Travel blanket", "旅行毯", "630140", 4200, False),
        ("Tea towels, set of 3", "茶巾三条装", "630260", 1600, False))),
    ("Fishing Tackle", "渔具", "", "", (
        ("Carbon rod 3.6 m", "3.6米碳素鱼竿", "950710", 13500, False), ("Spinning reel 3000", "3000型纺车轮", "950730", 9400, False),
        ("Hooks, box of 100", "鱼钩100枚", "950720", 850, False), ("Travel rod 2.4 m", "2.4米旅行竿", "950710", 8700, False))),
    ("Lighting", "灯饰", "GB 7000.1-2023", "", (
        ("Desk lamp, dimmable", "可调光台灯", "940521", 6800, True), ("Ceiling light 40 cm", "40厘米吸顶灯", "940511", 9800, True),
        ("Pendant light, rattan", "藤编吊灯", "940511", 11200, True), ("Night light", "小夜灯", "940521", 1700, True))),
    ("Plastics", "塑业", "GB 4806.7-2023", "", (
        ("Lunch box, three parts", "三格饭盒", "392410", 1350, False), ("Storage box 30 l", "30升收纳箱", "392310", 2700, False),
        ("Laundry basket", "洗衣篮", "392490", 1900, False), ("Water jug 2 l", "2升冷水壶", "392410", 1650, False))),
    ("Knitwear", "针织", "GB 18401-2010", "", (
        ("Cardigan, cotton", "棉开衫", "611020", 7600, False), ("Pullover, recycled yarn", "再生纱套头衫", "611030", 6200, False),
        ("Socks, five pairs", "袜子五双装", "611595", 1750, False), ("T-shirt, heavy", "重磅 T 恤", "610910", 2600, False))),
    ("Luggage", "箱包", "QB/T 2155-2018", "", (
        ("Cabin case 20 in", "20英寸登机箱", "420212", 15800, False), ("Backpack 28 l", "28升双肩包", "420292", 8200, False),
        ("Tote bag", "托特包", "420222", 4600, False), ("Travel wallet", "旅行钱包", "420231", 2300, False))),
    ("Garden Tools", "园林工具", "", "", (
        ("Hedge shears", "绿篱剪", "820160", 4700, False), ("Garden rake", "园艺耙", "820130", 2900, False),
        ("Secateurs", "修枝剪", "820150", 2500, False), ("Weeding hoe", "除草锄", "820130", 2200, False))),
    ("Ceramics", "陶瓷", "GB 4806.4-2016", "", (
        ("Tea set, celadon", "青瓷茶具", "691110", 9600, False), ("Dinner plates, set of 4", "餐盘四件套", "691110", 6100, False),
        ("Stoneware mug", "炻器马克杯", "691200", 1450, False), ("Vase, crackle glaze", "冰裂釉花瓶", "691390", 5300, False))),
    ("Small Appliances", "小家电", "GB 4706.1-2024", "", (
        ("Hand blender", "手持搅拌器", "850940", 9200, True), ("Travel iron", "旅行熨斗", "851640", 6700, True),
        ("Drip coffee maker", "滴漏咖啡机", "851671", 12900, True), ("Hair dryer, folding", "折叠电吹风", "851631", 5800, True),
        ("Table oven 18 l", "18升台式烤箱", "851660", 16800, True))),
    ("Glassware", "玻璃制品", "GB 4806.5-2016", "", (
        ("Tumblers, set of 6", "玻璃杯六只装", "701337", 2800, False), ("Salad bowl, glass", "玻璃沙拉碗", "701349", 2100, False),
        ("Candle holder", "玻璃烛台", "701399", 1200, False), ("Storage jar 1 l", "1升密封罐", "701349", 1500, False))),
    ("Tools", "工具", "GB/T 3883.1-2014", "", (
        ("Cordless drill 12 V", "12伏充电钻", "846721", 18600, True), ("Claw hammer", "羊角锤", "820520", 2400, False),
        ("Spanner set, 8 pieces", "扳手八件套", "820411", 5700, False), ("Glass cutter", "玻璃刀", "820559", 1600, False))),
    ("Cycles", "单车", "GB 3565.1-2022", "", (
        ("City bicycle 26 in", "26英寸城市自行车", "871200", 46500, False), ("Frame, aluminium", "铝合金车架", "871491", 24800, False),
        ("Pram, folding", "折叠婴儿推车", "871500", 28900, True), ("Kids bicycle 16 in", "16英寸童车", "871200", 23800, True))),
    ("Foods", "食品", "GB 7718-2011", "food", (
        ("Green tea, 100 g tin", "绿茶100克罐装", "090220", 2700, False), ("Roasted walnuts 250 g", "烤核桃仁250克", "200819", 1900, False),
        ("Oat biscuits 300 g", "燕麦饼干300克", "190531", 950, False), ("Mushroom sauce 230 g", "香菇酱230克", "210390", 780, False))),
    ("Personal Care", "日化", "GB 5296.3-2008", "food", (
        ("Hand cream 75 ml", "护手霜75毫升", "330499", 1150, False), ("Shampoo, camellia", "山茶洗发水", "330510", 1850, False),
        ("Eye pencil", "眼线笔", "330420", 820, False), ("Soap, olive", "橄榄皂", "340130", 640, False))),
    ("Hair Goods", "发制品", "GB/T 23170-2019", "", (
        ("Wig, short bob", "短发波波头假发", "670411", 8900, False), ("Hair piece, clip-in", "卡子发片", "670420", 6400, False),
        ("False eyelashes", "假睫毛", "670419", 520, False))),
    ("Umbrellas", "伞业", "", "", (
        ("Folding umbrella", "折叠伞", "660191", 2100, False), ("Garden parasol 2.7 m", "2.7米庭院伞", "660110", 13200, False),
        ("Golf umbrella", "高尔夫伞", "660199", 3600, False))),
    ("Instruments", "乐器", "", "", (
        ("Ukulele, 23 in", "23英寸尤克里里", "920290", 9900, False), ("Keyboard, 61 keys", "61键电子琴", "920710", 33500, True),
        ("Practice guitar", "练习吉他", "920290", 19800, False))),
    ("Nonwovens", "无纺布", "GB 18401-2010", "", (
        ("Shopping bags, 10", "无纺布购物袋10只", "630790", 650, False), ("Protective apron", "防护围裙", "621010", 780, False),
        ("Dust covers, set of 6", "防尘罩六件套", "630790", 1450, False))),
)

# Rare pairs of characters, so that no real company is meant.
FIRST = (("禾", "He"), ("砺", "Li"), ("岚", "Lan"), ("砚", "Yan"), ("汐", "Xi"), ("沐", "Mu"), ("绫", "Ling"), ("霁", "Ji"),
         ("栎", "Li"), ("漪", "Yi"), ("苇", "Wei"), ("泠", "Ling"), ("芷", "Zhi"), ("澄", "Cheng"), ("聿", "Yu"),
         ("昱", "Yu"), ("翊", "Yi"), ("珩", "Heng"), ("筠", "Yun"), ("蘅", "Heng"), ("轩", "Xuan"), ("素", "Su"), ("暖", "Nuan"))
SECOND = (("澈", "che"), ("屿", "yu"), ("桁", "heng"), ("舶", "bo"), ("耒", "lei"), ("窑", "yao"), ("岑", "cen"),
          ("樾", "yue"), ("汀", "ting"), ("篱", "li"), ("堰", "yan"), ("垣", "yuan"), ("笙", "sheng"), ("陌", "mo"),
          ("鸢", "yuan"), ("蓑", "suo"), ("楫", "ji"), ("隅", "yu"), ("棹", "zhao"), ("蓼", "liao"), ("槭", "qi"))

# The first ones: word in Chinese and English, region, trade, stage, code, annual export in
# yuan, US share in basis points, owner.
FAMILIAR = (
    ("禾澈", "Heche", "330203", "Kitchenware", "documents", "91330203578F758HKD", 96400000, 5000, "Lin Yue"),
    ("砺川", "Lichuan", "330302", "Locks", "compliance", "91330302458Q3BL8NC", 79000000, 4000, "Wang Ke"),
    ("岚柏", "Lanbai", "440604", "Home Furnishings", "documents", "9144060400821F1XQG", 185000000, 7000, "Lin Yue"),
    ("彩屿", "Caiyu", "330782", "Accessories", "qualified", "91330782978BXMDKUW", 21500000, 4000, "Zhang Min"),
    ("星禾", "Xinghe", "441900", "Toys", "compliance", "91441900858KTRQ9XT", 194800000, 5000, "Su Han"),
    ("奔岚", "Benlan", "350502", "Footwear", "listed", "91350502528WP05Y1A", 127600000, 5000, "Wang Ke"),
    ("织澜", "Zhilan", "320506", "Textiles", "documents", None, 44200000, 5000, "Zhang Min"),
    ("汐朗", "Xilang", "370202", "Fishing Tackle", "qualified", None, 29800000, 5000, "Lin Yue"),
    ("暖榆", "Nuanyu", "442000", "Lighting", "compliance", None, 146000000, 5000, "Su Han"),
    ("沐桁", "Muheng", "331002", "Plastics", "listed", None, 47000000, 4000, "Lin Yue"),
    ("绫溪", "Lingxi", "330602", "Knitwear", "documents", None, 83500000, 4000, "Wang Ke"),
    ("晴舶", "Qingbo", "350203", "Luggage", "qualified", None, 102400000, 5000, "Zhang Min"),
    ("轩耒", "Xuanlei", "320402", "Garden Tools", "compliance", None, 112000000, 4000, "Wang Ke"),
    ("素窑", "Suyao", "445102", "Ceramics", "listed", None, 66500000, 4000, "Lin Yue"),
)

SURNAMES = (("陈", "Chen"), ("林", "Lin"), ("黄", "Huang"), ("吴", "Wu"), ("周", "Zhou"), ("徐", "Xu"), ("孙", "Sun"),
            ("朱", "Zhu"), ("高", "Gao"), ("郭", "Guo"), ("何", "He"), ("罗", "Luo"), ("梁", "Liang"), ("宋", "Song"),
            ("郑", "Zheng"), ("谢", "Xie"), ("韩", "Han"), ("唐", "Tang"), ("冯", "Feng"), ("许", "Xu"))
GIVEN = (("炜", "Wei"), ("晓岚", "Xiaolan"), ("静怡", "Jingyi"), ("志远", "Zhiyuan"), ("雨桐", "Yutong"), ("浩", "Hao"),
         ("丽萍", "Liping"), ("建新", "Jianxin"), ("思敏", "Simin"), ("国栋", "Guodong"), ("芳", "Fang"), ("子涵", "Zihan"),
         ("永康", "Yongkang"), ("秋月", "Qiuyue"), ("海峰", "Haifeng"), ("倩", "Qian"), ("文博", "Wenbo"), ("素琴", "Suqin"))
BANKS = ("演示商业银行", "演示农商银行", "演示城市银行")

OWNERS = ("Lin Yue", "Wang Ke", "Zhang Min", "Su Han", "Gao Yi", "He Qing")
