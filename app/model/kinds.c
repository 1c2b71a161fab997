/* kinds.c: every kind of record, with every field, described once.
 *
 * Adding a field: a line here, a column in a new file of store/schema/, and the
 * places that show it. A test holds this table against the schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "field.h"

#include <glib/gi18n-lib.h>

static const TpField setting_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Key") },
  { "value", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Value") },
};

static const TpField attachment_fields[] = {
  { "sha256", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "SHA-256") },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "File name") },
  { "media_type", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Media type") },
  { "size", TP_FIELD_INTEGER, TP_FIELD_REQUIRED, NC_ ("field", "Size in bytes") },
};

static const TpField organisation_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Name"), .headings = "名称|机构名称" },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Local name"), .headings = "中文名称" },
  { "kind", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Kind"), .words = tp_words_organisation_kind, .headings = "类别" },
  { "parent", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Parent"), .ref = TP_KIND_ORGANISATION, .headings = "上级机构" },
  { "note", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note"), .headings = "备注" },
};

static const TpField person_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "编号" },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Full name"), .headings = "姓名" },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Local name") },
  { "role", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Role"), .headings = "职务" },
  { "role_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Role in Chinese") },
  { "organisation", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION, .headings = "机构" },
};

static const TpField evidence_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "编号" },
  { "publisher", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Publisher"), .headings = "发布方" },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Title"), .headings = "标题" },
  { "date", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Date"), .headings = "日期" },
  { "precision", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Precision"), .words = tp_words_precision },
  { "url", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Web address"), .headings = "网址" },
  { "quote", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Quote"), .headings = "摘录" },
  { "quote_local", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Quote in Chinese") },
  { "attachment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Attachment"), .ref = TP_KIND_ATTACHMENT },
};

static const TpField commitment_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Promise"), .headings = "承诺|内容" },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Promise in Chinese") },
  { "instruments", TP_FIELD_TOKENS, TP_FIELD_PLAIN, NC_ ("field", "Instruments"), .words = tp_words_instrument, .headings = "支持方式" },
  { "purposes", TP_FIELD_TOKENS, TP_FIELD_PLAIN, NC_ ("field", "Purposes"), .words = tp_words_purpose, .headings = "用途" },
  { "capital", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Capital"), .currency = "currency", .headings = "资金|金额" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "announced", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Announced"), .headings = "宣布日期" },
  { "announced_precision", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Precision of the announcement"), .words = tp_words_precision },
  { "announced_basis", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Basis of the announcement"), .words = tp_words_basis },
  { "effective", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Effective"), .headings = "生效日期" },
  { "effective_basis", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Basis of the effective date"), .words = tp_words_basis },
  { "end", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "End"), .headings = "截止日期" },
  { "end_basis", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Basis of the end"), .words = tp_words_basis },
  { "status", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Status"), .words = tp_words_commitment_status, .headings = "状态" },
  { "note", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note"), .headings = "备注" },
  { "note_local", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note in Chinese") },
};

static const TpField commitment_role_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "commitment", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Commitment"), .ref = TP_KIND_COMMITMENT },
  { "organisation", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION },
  { "role", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Role in the commitment"), .words = tp_words_role },
};

static const TpField channel_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "organisation", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Name") },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Local name") },
  { "kind", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Kind"), .words = tp_words_channel_kind },
  { "commission", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "Commission") },
  { "returns", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "Expected returns") },
  { "fulfilment", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Fulfilment"), .currency = "currency" },
  { "deposit", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Deposit"), .currency = "currency" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "terms_from", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Terms from") },
};

static const TpField programme_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "commitment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Commitment"), .ref = TP_KIND_COMMITMENT },
  { "organisation", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION },
  { "channel", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Channel"), .ref = TP_KIND_CHANNEL },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Title") },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Title in Chinese") },
  { "provinces", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Provinces") },
  { "hs_chapters", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "HS chapters") },
  { "export_min", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Least export value"), .currency = "currency" },
  { "export_max", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Most export value"), .currency = "currency" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "us_share_min", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "Least US share") },
  { "stage_min", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Stage reached"), .words = tp_words_stage },
  { "commission_relief", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "Commission relief") },
  { "capacity", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Capacity") },
  { "start", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Start") },
  { "end", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "End") },
};

static const TpField indicator_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "commitment", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Commitment"), .ref = TP_KIND_COMMITMENT },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Name") },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Name in Chinese") },
  { "measure", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Measure"), .words = tp_words_measure },
  { "counted", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Counted from"), .words = tp_words_counted },
  { "programme", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Programme"), .ref = TP_KIND_PROGRAMME },
  { "channel", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Channel"), .ref = TP_KIND_CHANNEL },
  { "province", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Province") },
  { "benefit_kind", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Benefit kind"), .words = tp_words_benefit_kind },
  { "baseline", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Baseline") },
  { "target", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Target") },
  { "qualifier", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Qualifier"), .words = tp_words_qualifier },
  { "unit", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Unit") },
  { "unit_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Unit in Chinese") },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "direction", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Direction"), .words = tp_words_direction },
  { "start", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Start") },
  { "end", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "End") },
};

static const TpField reading_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "indicator", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Indicator"), .ref = TP_KIND_INDICATOR },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date") },
  { "value", TP_FIELD_INTEGER, TP_FIELD_REQUIRED, NC_ ("field", "Value") },
  { "note", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note") },
};

static const TpField requirement_set_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Title") },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Title in Chinese") },
  { "programme", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Programme"), .ref = TP_KIND_PROGRAMME },
  { "hs_chapters", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "HS chapters") },
};

static const TpField requirement_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Requirement") },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Requirement in Chinese") },
  { "stage", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Needed by"), .words = tp_words_stage },
  { "applies", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Applies to"), .words = tp_words_applies },
  { "position", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Position") },
  { "requirement_set", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Requirement set"), .ref = TP_KIND_REQUIREMENT_SET },
  { "retired", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "Not asked for any more") },
};

static const TpField exporter_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "编号" },
  { "uscc", TP_FIELD_TEXT, TP_FIELD_KEY, NC_ ("field", "USCC"), .headings = "统一社会信用代码|信用代码|社会信用代码|税号|unified social credit code" },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Chinese name"), .headings = "企业名称|公司名称|单位名称|名称|中文名称|company" },
  { "name", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "English name"), .headings = "英文名称|企业英文名称|公司英文名称|english name" },
  { "province", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Province"), .headings = "省份|省|所在省|省市区|所在省份" },
  { "city", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "City"), .headings = "城市|市|所在市|地市" },
  { "address", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Address"), .headings = "地址|注册地址" },
  { "contact", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Contact"), .headings = "联系人" },
  { "phone", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Phone"), .headings = "电话|手机|联系电话|手机号|手机号码" },
  { "email", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Email"), .headings = "邮箱|电子邮件|e-mail" },
  { "bank", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Bank"), .headings = "开户行|银行" },
  { "hs_chapters", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "HS chapters"), .headings = "HS章节|海关编码章|HS 章|hs chapter" },
  { "stage", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Stage"), .words = tp_words_stage, .headings = "阶段" },
  { "stage_reason", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Reason of the stage"), .headings = "阶段原因|原因|理由|reason" },
  { "owner", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Owner"), .headings = "负责人|跟进人|经办人" },
  { "annual_export", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Annual export value"), .currency = "currency", .headings = "年出口额|出口额|年出口" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "us_share", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "US share"), .headings = "对美占比|对美出口占比|美国占比" },
  { "domestic_baseline", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Domestic baseline"), .currency = "currency", .headings = "内销基期值|内销基数" },
  { "sourced", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Sourced on"), .headings = "建档日期|登记日期" },
  { "archived", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "Archived") },
  { "merged_into", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Merged into"), .ref = TP_KIND_EXPORTER },
};

static const TpField product_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "编号|货号" },
  { "gtin", TP_FIELD_TEXT, TP_FIELD_KEY, NC_ ("field", "GTIN"), .headings = "条码|商品条码|gtin-13|ean" },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER, .headings = "外贸企业|企业|企业名称|公司名称|统一社会信用代码|信用代码|uscc" },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Name"), .headings = "商品名称|品名|商品|英文名称|英文品名|商品英文名称|english name|product" },
  { "name_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Chinese name"), .headings = "中文名称|中文品名|商品中文名称" },
  { "hs_code", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "HS code"), .headings = "HS 编码|海关编码|税则号|商品编码" },
  { "unit_cost", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Unit cost"), .currency = "currency", .headings = "单位成本|成本" },
  { "fob_price", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "FOB price"), .currency = "currency", .headings = "离岸价|fob" },
  { "freight", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Freight"), .currency = "currency", .headings = "运费" },
  { "vat_rebate", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "VAT rebate"), .currency = "currency", .headings = "出口退税|退税" },
  { "domestic_price", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Domestic price"), .currency = "currency", .headings = "内销价|内销价格" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "ccc", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "In the CCC catalogue"), .headings = "3C|3C 认证|ccc 认证|ccc" },
};

static const TpField enrolment_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER, .headings = "外贸企业|企业|企业名称|公司名称|统一社会信用代码|信用代码|uscc" },
  { "programme", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Programme"), .ref = TP_KIND_PROGRAMME, .headings = "项目|项目名称" },
  { "status", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Status"), .words = tp_words_enrolment_status, .headings = "状态|报名状态" },
  { "applied", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Applied on"), .headings = "申请日期" },
  { "accepted", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Accepted on"), .headings = "通过日期" },
  { "live", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Live on"), .headings = "上线日期" },
  { "ended", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Ended on"), .headings = "结束日期|退出日期" },
};

static const TpField listing_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "product", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Product"), .ref = TP_KIND_PRODUCT, .headings = "商品|商品条码|条码|货号|gtin" },
  { "channel", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Channel"), .ref = TP_KIND_CHANNEL, .headings = "渠道" },
  { "enrolment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Enrolment"), .ref = TP_KIND_ENROLMENT, .headings = "报名" },
  { "live_from", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Live from"), .headings = "上架日期|上架" },
  { "until", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Until"), .headings = "下架日期|截止日期" },
  { "url", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Web address"), .headings = "网址|链接" },
  { "status", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Status"), .words = tp_words_listing_status, .headings = "状态" },
};

static const TpField benefit_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER, .headings = "外贸企业|企业|企业名称|公司名称|统一社会信用代码|信用代码|uscc" },
  { "programme", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Programme"), .ref = TP_KIND_PROGRAMME, .headings = "项目|项目名称" },
  { "product", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Product"), .ref = TP_KIND_PRODUCT, .headings = "商品|商品条码|条码|货号|gtin" },
  { "kind", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Kind"), .words = tp_words_benefit_kind, .headings = "类别|种类|权益" },
  { "quantity", TP_FIELD_INTEGER, TP_FIELD_REQUIRED, NC_ ("field", "Quantity"), .headings = "数量" },
  { "value", TP_FIELD_MINOR, TP_FIELD_PLAIN, NC_ ("field", "Stated value"), .currency = "currency", .headings = "价值|金额" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "status", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Status"), .words = tp_words_benefit_status, .headings = "状态" },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date"), .headings = "日期|月份" },
};

static const TpField sale_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "订单号|单号|order" },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER, .headings = "外贸企业|企业|企业名称|公司名称|统一社会信用代码|信用代码|uscc" },
  { "product", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Product"), .ref = TP_KIND_PRODUCT, .headings = "商品|商品条码|条码|货号|gtin" },
  { "channel", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Channel"), .ref = TP_KIND_CHANNEL, .headings = "渠道" },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date"), .headings = "日期|月份" },
  { "quantity", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Quantity"), .headings = "数量" },
  { "amount", TP_FIELD_MINOR, TP_FIELD_REQUIRED, NC_ ("field", "Amount"), .currency = "currency", .headings = "金额|销售额" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Currency"), .headings = "币种|货币" },
};

static const TpField requirement_status_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER },
  { "requirement", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Requirement"), .ref = TP_KIND_REQUIREMENT },
  { "status", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Status"), .words = tp_words_requirement_status },
  { "due", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Due") },
  { "document_number", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Document number") },
  { "issuer", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Issuing body") },
  { "expiry", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Expiry") },
  { "attachment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Attachment"), .ref = TP_KIND_ATTACHMENT },
};

static const TpField fund_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Title") },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Title in Chinese") },
  { "commitment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Commitment"), .ref = TP_KIND_COMMITMENT },
  { "currency", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Currency"), .headings = "币种|货币" },
};

static const TpField entry_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference"), .headings = "编号|凭证号" },
  { "fund", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Fund"), .ref = TP_KIND_FUND, .headings = "资金" },
  { "type", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Type"), .words = tp_words_entry_type, .headings = "类型" },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date"), .headings = "日期" },
  { "amount", TP_FIELD_MINOR, TP_FIELD_REQUIRED, NC_ ("field", "Amount"), .currency = "currency", .headings = "金额" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "purpose", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Purpose"), .words = tp_words_purpose, .headings = "用途" },
  { "programme", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Programme"), .ref = TP_KIND_PROGRAMME, .headings = "项目" },
  { "exporter", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER, .headings = "外贸企业" },
  { "organisation", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION, .headings = "机构" },
  { "province", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Province"), .headings = "省份" },
  { "narrative", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Narrative"), .headings = "摘要" },
  { "reverses", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Reverses"), .ref = TP_KIND_ENTRY },
  { "restores", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Posts again"), .ref = TP_KIND_ENTRY },
  { "reason", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Reason") },
  { "overrun", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "Confirmed overrun") },
  { "author", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Author") },
  { "posted", TP_FIELD_TIME, TP_FIELD_REQUIRED, NC_ ("field", "Posted at") },
};

static const TpField rate_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date") },
  { "precision", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Precision"), .words = tp_words_precision },
  { "base", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Base currency") },
  { "base_amount", TP_FIELD_MINOR, TP_FIELD_REQUIRED, NC_ ("field", "Base amount"), .currency = "base" },
  { "quote", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Quoted currency") },
  { "quote_amount", TP_FIELD_MINOR, TP_FIELD_REQUIRED, NC_ ("field", "Quoted amount"), .currency = "quote" },
  { "basis", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Basis"), .words = tp_words_rate_basis },
  { "source", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Source") },
};

static const TpField tariff_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "hs_prefix", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "HS prefix") },
  { "scheme", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Origin scheme"), .words = tp_words_scheme },
  { "rate", TP_FIELD_BASIS, TP_FIELD_PLAIN, NC_ ("field", "Rate") },
  { "from", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "From") },
  { "from_precision", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Precision"), .words = tp_words_precision },
  { "until", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Until") },
  { "note", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note") },
  { "note_local", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note in Chinese") },
};

static const TpField event_fields[] = {
  { "key", TP_FIELD_TEXT, TP_FIELD_REQUIRED | TP_FIELD_KEY, NC_ ("field", "Short name") },
  { "kind", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Kind"), .words = tp_words_event_kind },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Title") },
  { "title_local", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Title in Chinese") },
  { "date", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Date") },
  { "precision", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Precision"), .words = tp_words_precision },
  { "ongoing", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "Since then") },
  { "detail", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Detail") },
  { "detail_local", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Detail in Chinese") },
};

static const TpField event_link_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "event", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Event"), .ref = TP_KIND_EVENT },
  { "organisation", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Organisation"), .ref = TP_KIND_ORGANISATION },
  { "person", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Person"), .ref = TP_KIND_PERSON },
  { "commitment", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Commitment"), .ref = TP_KIND_COMMITMENT },
};

static const TpField citation_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "evidence", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Evidence"), .ref = TP_KIND_EVIDENCE },
  { "subject_kind", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Kind of the record") },
  { "subject", TP_FIELD_SUBJECT, TP_FIELD_REQUIRED, NC_ ("field", "Record") },
  { "field", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Figure") },
};

static const TpField rival_value_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "subject_kind", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Kind of the record") },
  { "subject", TP_FIELD_SUBJECT, TP_FIELD_REQUIRED, NC_ ("field", "Record") },
  { "field", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Figure") },
  { "value", TP_FIELD_MINOR, TP_FIELD_REQUIRED, NC_ ("field", "Value"), .currency = "currency" },
  { "currency", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Currency"), .headings = "币种|货币" },
  { "evidence", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Evidence"), .ref = TP_KIND_EVIDENCE },
  { "used", TP_FIELD_FLAG, TP_FIELD_PLAIN, NC_ ("field", "Used") },
  { "reason", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Reason") },
  { "reason_local", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Reason in Chinese") },
};

static const TpField activity_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "exporter", TP_FIELD_REF, TP_FIELD_REQUIRED, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER },
  { "kind", TP_FIELD_TOKEN, TP_FIELD_REQUIRED, NC_ ("field", "Kind"), .words = tp_words_activity_kind },
  { "date", TP_FIELD_DAY, TP_FIELD_REQUIRED, NC_ ("field", "Date") },
  { "time", TP_FIELD_TIME, TP_FIELD_REQUIRED, NC_ ("field", "Time") },
  { "author", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Author") },
  { "text", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Text") },
  { "from_stage", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "From stage"), .words = tp_words_stage },
  { "to_stage", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "To stage"), .words = tp_words_stage },
  { "reason", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Reason") },
  { "requirement", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Requirement"), .ref = TP_KIND_REQUIREMENT },
  { "from_status", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "From status"), .words = tp_words_requirement_status },
  { "to_status", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "To status"), .words = tp_words_requirement_status },
};

static const TpField task_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "exporter", TP_FIELD_REF, TP_FIELD_PLAIN, NC_ ("field", "Exporter"), .ref = TP_KIND_EXPORTER },
  { "title", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Task") },
  { "owner", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Owner") },
  { "due", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Due") },
  { "done", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Done on") },
  { "snoozed", TP_FIELD_DAY, TP_FIELD_PLAIN, NC_ ("field", "Snoozed until") },
  { "note", TP_FIELD_NOTE, TP_FIELD_PLAIN, NC_ ("field", "Note") },
};

static const TpField saved_filter_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Name") },
  { "records", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "Records") },
  { "filter", TP_FIELD_NOTE, TP_FIELD_REQUIRED, NC_ ("field", "Filter") },
  { "position", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Position") },
};

static const TpField import_fields[] = {
  { "reference", TP_FIELD_TEXT, TP_FIELD_KEY | TP_FIELD_AUTO, NC_ ("field", "Reference") },
  { "name", TP_FIELD_TEXT, TP_FIELD_REQUIRED, NC_ ("field", "File name") },
  { "sha256", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "SHA-256") },
  { "records", TP_FIELD_TEXT, TP_FIELD_PLAIN, NC_ ("field", "Records") },
  { "time", TP_FIELD_TIME, TP_FIELD_REQUIRED, NC_ ("field", "Time") },
  { "read", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Read") },
  { "added", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Added") },
  { "updated", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Updated") },
  { "skipped", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Skipped") },
  { "rejected", TP_FIELD_INTEGER, TP_FIELD_PLAIN, NC_ ("field", "Rejected") },
  { "outcome", TP_FIELD_TOKEN, TP_FIELD_PLAIN, NC_ ("field", "Outcome"), .words = tp_words_import_outcome },
};

#define KIND(fields) fields, G_N_ELEMENTS (fields)

static const TpKindInfo kinds[TP_N_KINDS] = {
  [TP_KIND_SETTING] = { "setting", "settings", NC_ ("kind", "Setting"), "TpSetting", NULL,
    KIND (setting_fields) },
  [TP_KIND_ATTACHMENT] = { "attachment", "attachments", NC_ ("kind", "Attachment"), "TpAttachment", NULL,
    KIND (attachment_fields) },
  [TP_KIND_ORGANISATION] = { "organisation", "organisations", NC_ ("kind", "Organisation"), "TpOrganisation", NULL,
    KIND (organisation_fields) },
  [TP_KIND_PERSON] = { "person", "people", NC_ ("kind", "Person"), "TpPerson", "P",
    KIND (person_fields) },
  [TP_KIND_EVIDENCE] = { "evidence", "evidence", NC_ ("kind", "Evidence"), "TpEvidence", "V",
    KIND (evidence_fields) },
  [TP_KIND_COMMITMENT] = { "commitment", "commitments", NC_ ("kind", "Commitment"), "TpCommitment", NULL,
    KIND (commitment_fields) },
  [TP_KIND_COMMITMENT_ROLE] = { "commitment_role", "roles", NC_ ("kind", "Role in a commitment"), "TpCommitmentRole", "R",
    KIND (commitment_role_fields) },
  [TP_KIND_CHANNEL] = { "channel", "channels", NC_ ("kind", "Channel"), "TpChannel", NULL,
    KIND (channel_fields) },
  [TP_KIND_PROGRAMME] = { "programme", "programmes", NC_ ("kind", "Programme"), "TpProgramme", NULL,
    KIND (programme_fields) },
  [TP_KIND_INDICATOR] = { "indicator", "indicators", NC_ ("kind", "Indicator"), "TpIndicator", NULL,
    KIND (indicator_fields) },
  [TP_KIND_READING] = { "reading", "readings", NC_ ("kind", "Reading"), "TpReading", "G",
    KIND (reading_fields) },
  [TP_KIND_REQUIREMENT_SET] = { "requirement_set", "requirement_sets", NC_ ("kind", "Requirement set"), "TpRequirementSet", NULL,
    KIND (requirement_set_fields) },
  [TP_KIND_REQUIREMENT] = { "requirement", "requirements", NC_ ("kind", "Requirement"), "TpRequirement", NULL,
    KIND (requirement_fields) },
  [TP_KIND_EXPORTER] = { "exporter", "exporters", NC_ ("kind", "Exporter"), "TpExporter", "E",
    KIND (exporter_fields) },
  [TP_KIND_PRODUCT] = { "product", "products", NC_ ("kind", "Product"), "TpProduct", NULL,
    KIND (product_fields) },
  [TP_KIND_ENROLMENT] = { "enrolment", "enrolments", NC_ ("kind", "Enrolment"), "TpEnrolment", "N",
    KIND (enrolment_fields) },
  [TP_KIND_LISTING] = { "listing", "listings", NC_ ("kind", "Listing"), "TpListing", "L",
    KIND (listing_fields) },
  [TP_KIND_BENEFIT] = { "benefit", "benefits", NC_ ("kind", "Benefit"), "TpBenefit", "B",
    KIND (benefit_fields) },
  [TP_KIND_SALE] = { "sale", "sales", NC_ ("kind", "Domestic sale"), "TpSale", "S",
    KIND (sale_fields) },
  [TP_KIND_REQUIREMENT_STATUS] = { "requirement_status", "requirement_statuses", NC_ ("kind", "Requirement status"), "TpRequirementStatus", "Q",
    KIND (requirement_status_fields) },
  [TP_KIND_FUND] = { "fund", "funds", NC_ ("kind", "Fund"), "TpFund", NULL,
    KIND (fund_fields) },
  [TP_KIND_ENTRY] = { "entry", "ledger", NC_ ("kind", "Ledger entry"), "TpEntry", "T",
    KIND (entry_fields) },
  [TP_KIND_RATE] = { "rate", "rates", NC_ ("kind", "Exchange rate"), "TpRate", "X",
    KIND (rate_fields) },
  [TP_KIND_TARIFF] = { "tariff", "tariffs", NC_ ("kind", "Tariff rate"), "TpTariff", "F",
    KIND (tariff_fields) },
  [TP_KIND_EVENT] = { "event", "events", NC_ ("kind", "Event"), "TpEvent", NULL,
    KIND (event_fields) },
  [TP_KIND_EVENT_LINK] = { "event_link", "event_links", NC_ ("kind", "Event link"), "TpEventLink", "K",
    KIND (event_link_fields) },
  [TP_KIND_CITATION] = { "citation", "citations", NC_ ("kind", "Citation"), "TpCitation", "C",
    KIND (citation_fields) },
  [TP_KIND_RIVAL_VALUE] = { "rival_value", "rival_values", NC_ ("kind", "Rival value"), "TpRivalValue", "W",
    KIND (rival_value_fields) },
  [TP_KIND_ACTIVITY] = { "activity", "activities", NC_ ("kind", "Activity"), "TpActivity", "A",
    KIND (activity_fields) },
  [TP_KIND_TASK] = { "task", "tasks", NC_ ("kind", "Task"), "TpTask", "J",
    KIND (task_fields) },
  [TP_KIND_SAVED_FILTER] = { "saved_filter", "saved_filters", NC_ ("kind", "Saved filter"), "TpSavedFilter", "Y",
    KIND (saved_filter_fields) },
  [TP_KIND_IMPORT] = { "import", "imports", NC_ ("kind", "Import"), "TpImport", "I",
    KIND (import_fields) },
};

/**
 * tp_kind_info:
 * @kind: a kind
 *
 * Returns: (transfer none): the kind's names and fields
 */
const TpKindInfo *
tp_kind_info (TpKind kind)
{
  g_return_val_if_fail (kind >= 0 && kind < TP_N_KINDS, NULL);
  return &kinds[kind];
}
