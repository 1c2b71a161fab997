/* demonstration-words.h: what people typed in the shipped campaigns, for translators.
 *
 * Written by tests/generate/demo_words.py from data/demonstration.jsonl. No compiler
 * reads it; campaign/transfer.c asks for the translations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Translators: organisation, note */
NC_ ("demonstration", "An invented platform: it shows what the real commitments cannot.")
/* Translators: evidence, title */
NC_ ("demonstration", "Lantern Market opens to exporters (invented)")
/* Translators: evidence, publisher */
NC_ ("demonstration", "Lantern Market")
/* Translators: evidence, title */
NC_ ("demonstration", "Trainings held, monthly notes (invented)")
/* Translators: reading, note */
NC_ ("demonstration", "Two trainings online")
/* Translators: exporter, city */
NC_ ("demonstration", "Ningbo")
/* Translators: exporter, owner */
NC_ ("demonstration", "Lin Yue")
/* Translators: exporter, city */
NC_ ("demonstration", "Wenzhou")
/* Translators: exporter, owner */
NC_ ("demonstration", "Wang Ke")
/* Translators: exporter, city */
NC_ ("demonstration", "Foshan")
/* Translators: exporter, city */
NC_ ("demonstration", "Yiwu")
/* Translators: exporter, owner */
NC_ ("demonstration", "Zhang Min")
/* Translators: exporter, city */
NC_ ("demonstration", "Dongguan")
/* Translators: exporter, owner */
NC_ ("demonstration", "Su Han")
/* Translators: exporter, city */
NC_ ("demonstration", "Quanzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Suzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Qingdao")
/* Translators: exporter, city */
NC_ ("demonstration", "Zhongshan")
/* Translators: exporter, city */
NC_ ("demonstration", "Taizhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Shaoxing")
/* Translators: exporter, city */
NC_ ("demonstration", "Xiamen")
/* Translators: exporter, city */
NC_ ("demonstration", "Changzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Chaozhou")
/* Translators: exporter, owner */
NC_ ("demonstration", "Gao Yi")
/* Translators: exporter, city */
NC_ ("demonstration", "Putian")
/* Translators: exporter, city */
NC_ ("demonstration", "Baoding")
/* Translators: exporter, city */
NC_ ("demonstration", "Yongkang")
/* Translators: exporter, city */
NC_ ("demonstration", "Wuhan")
/* Translators: exporter, city */
NC_ ("demonstration", "Fuzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Shantou")
/* Translators: exporter, owner */
NC_ ("demonstration", "He Qing")
/* Translators: exporter, city */
NC_ ("demonstration", "Weihai")
/* Translators: exporter, city */
NC_ ("demonstration", "Nanchang")
/* Translators: exporter, city */
NC_ ("demonstration", "Mianyang")
/* Translators: exporter, city */
NC_ ("demonstration", "Shanghai")
/* Translators: exporter, city */
NC_ ("demonstration", "Wuhu")
/* Translators: exporter, city */
NC_ ("demonstration", "Ganzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Wuxi")
/* Translators: exporter, city */
NC_ ("demonstration", "Bengbu")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Line under repair until summer")
/* Translators: exporter, city */
NC_ ("demonstration", "Dalian")
/* Translators: exporter, city */
NC_ ("demonstration", "Linyi")
/* Translators: exporter, city */
NC_ ("demonstration", "Chengdu")
/* Translators: exporter, city */
NC_ ("demonstration", "Yangzhou")
/* Translators: exporter, city */
NC_ ("demonstration", "Luoyang")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Waits for new packaging")
/* Translators: exporter, city */
NC_ ("demonstration", "Hengshui")
/* Translators: exporter, city */
NC_ ("demonstration", "Jiaxing")
/* Translators: exporter, city */
NC_ ("demonstration", "Liling")
/* Translators: exporter, city */
NC_ ("demonstration", "Hefei")
/* Translators: exporter, city */
NC_ ("demonstration", "Zhengzhou")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Does not want to sell under its own brand")
/* Translators: exporter, city */
NC_ ("demonstration", "Shenyang")
/* Translators: exporter, city */
NC_ ("demonstration", "Jingdezhen")
/* Translators: exporter, city */
NC_ ("demonstration", "Xuchang")
/* Translators: exporter, city */
NC_ ("demonstration", "Shenzhen")
/* Translators: exporter, city */
NC_ ("demonstration", "Yantai")
/* Translators: exporter, city */
NC_ ("demonstration", "Nantong")
/* Translators: exporter, city */
NC_ ("demonstration", "Changsha")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Keeps to orders from Europe")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Stock sold abroad for this season")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Owner away; asks to be called again in May")
/* Translators: exporter, stage_reason */
NC_ ("demonstration", "Too small for domestic invoicing")
/* Translators: exporter, city */
NC_ ("demonstration", "Xiantao")
/* Translators: entry, narrative */
NC_ ("demonstration", "Announced capital; the day is assumed")
/* Translators: entry, narrative */
NC_ ("demonstration", "Home Appliances 2025, first round")
/* Translators: entry, narrative */
NC_ ("demonstration", "Home Appliances")
/* Translators: entry, narrative */
NC_ ("demonstration", "Kitchen and Household 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Merchant upgrades, June 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Costs and risks carried, June 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Announced capital")
/* Translators: entry, narrative */
NC_ ("demonstration", "Kitchen and Household")
/* Translators: entry, narrative */
NC_ ("demonstration", "Employment of drivers")
/* Translators: entry, narrative */
NC_ ("demonstration", "Ride vouchers at shopping districts")
/* Translators: entry, narrative */
NC_ ("demonstration", "Makers expanding abroad")
/* Translators: entry, narrative */
NC_ ("demonstration", "Apparel and Footwear 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Store openings")
/* Translators: entry, narrative */
NC_ ("demonstration", "Merchant upgrades, support paid")
/* Translators: entry, narrative */
NC_ ("demonstration", "Costs and risks carried, support paid")
/* Translators: entry, narrative */
NC_ ("demonstration", "Budget for fairs")
/* Translators: entry, narrative */
NC_ ("demonstration", "Fairs of autumn and spring")
/* Translators: entry, narrative */
NC_ ("demonstration", "Apparel and Footwear")
/* Translators: entry, narrative */
NC_ ("demonstration", "Store openings, paid")
/* Translators: entry, narrative */
NC_ ("demonstration", "Toys and Sports 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Stands for exporters")
/* Translators: entry, narrative */
NC_ ("demonstration", "Toys and Sports")
/* Translators: entry, narrative */
NC_ ("demonstration", "Merchant upgrades, October 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Costs and risks carried, October 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Small Appliances 2025")
/* Translators: entry, narrative */
NC_ ("demonstration", "Winter season")
/* Translators: entry, narrative */
NC_ ("demonstration", "Small Appliances")
/* Translators: entry, reason */
NC_ ("demonstration", "Taken from the wrong order")
/* Translators: entry, narrative */
NC_ ("demonstration", "Furniture 2026")
/* Translators: entry, narrative */
NC_ ("demonstration", "Furniture")
/* Translators: entry, narrative */
NC_ ("demonstration", "Shelf subsidy, 38 chain stores")
/* Translators: entry, narrative */
NC_ ("demonstration", "Subsidy returned, 2 stores closed")
/* Translators: entry, narrative */
NC_ ("demonstration", "Store openings, bills of the new year")
/* Translators: entry, reason */
NC_ ("demonstration", "Confirmed: the next allocation is decided in April")
/* Translators: activity, text */
NC_ ("demonstration", "Met at the regional fair; left samples")
/* Translators: activity, text */
NC_ ("demonstration", "Found in the provincial list of exporters")
/* Translators: activity, text */
NC_ ("demonstration", "Recommended by the trade association")
/* Translators: activity, text */
NC_ ("demonstration", "Asked for the terms in writing")
/* Translators: activity, text */
NC_ ("demonstration", "Half of the orders from the US are cancelled")
/* Translators: activity, text */
NC_ ("demonstration", "No answer; the office opens at nine")
/* Translators: activity, text */
NC_ ("demonstration", "Interested; wants to know about commissions")
/* Translators: activity, text */
NC_ ("demonstration", "Went through costs and domestic prices; two lines could pay")
/* Translators: activity, text */
NC_ ("demonstration", "Saw the plant: two lines idle, quality good")
/* Translators: activity, text */
NC_ ("demonstration", "Packaging needs Chinese text; the maker has a designer")
/* Translators: activity, text */
NC_ ("demonstration", "Papers received by courier, to be verified")
/* Translators: activity, text */
NC_ ("demonstration", "Licence and tax papers come this week")
/* Translators: activity, text */
NC_ ("demonstration", "Trademark is held by the parent company; needs an authorisation")
/* Translators: activity, text */
NC_ ("demonstration", "Label draft sent back with two corrections")
/* Translators: activity, text */
NC_ ("demonstration", "Test report booked at the laboratory")
/* Translators: activity, text */
NC_ ("demonstration", "Store is open; first photographs are good")
/* Translators: activity, text */
NC_ ("demonstration", "Explained the three sames and the statement to sign")
/* Translators: activity, text */
NC_ ("demonstration", "Stock for two months is in the warehouse")
/* Translators: activity, text */
NC_ ("demonstration", "Asks for a better place in the search results")
/* Translators: activity, text */
NC_ ("demonstration", "First orders came from Hunan and Hubei")
/* Translators: activity, text */
NC_ ("demonstration", "Plans a smaller pack for domestic customers")
/* Translators: activity, text */
NC_ ("demonstration", "Returns are below what was expected")
/* Translators: activity, reason */
NC_ ("demonstration", "Open items accepted: original papers are in the post")
/* Translators: activity, reason */
NC_ ("demonstration", "Open items accepted: test report booked for next week")
/* Translators: activity, text */
NC_ ("demonstration", "Wants to add three more products")
/* Translators: activity, text */
NC_ ("demonstration", "Two lines for Freshippo shelves: 24 cm pans and steamers")
/* Translators: activity, text */
NC_ ("demonstration", "Trademark became overdue")
/* Translators: activity, author */
NC_ ("demonstration", "System")
/* Translators: activity, text */
NC_ ("demonstration", "Chen Wei called before the shift: the mould for the lids is ready")
/* Translators: activity, text */
NC_ ("demonstration", "Call with Chen Wei: trademark papers come from the parent company this week")
/* Translators: task, title */
NC_ ("demonstration", "Send the label template")
/* Translators: task, title */
NC_ ("demonstration", "Agree on the first shipment")
/* Translators: task, title */
NC_ ("demonstration", "Visit the plant")
/* Translators: task, title */
NC_ ("demonstration", "Ask for the authorisation of the trademark")
/* Translators: task, title */
NC_ ("demonstration", "Check the test report")
/* Translators: task, title */
NC_ ("demonstration", "Call about the open papers")
/* Translators: task, title */
NC_ ("demonstration", "Book a livestream slot")
/* Translators: task, title */
NC_ ("demonstration", "Monthly report to the ministry")
/* Translators: saved_filter, name */
NC_ ("demonstration", "Overdue in Zhejiang")
/* Translators: saved_filter, name */
NC_ ("demonstration", "Most at risk, not listed")
