import type { Language } from '#contract';

interface Foot {
  readonly start: string;
  readonly page: string;
  readonly of: string;
}

/** What stands at the foot of every page of a report; the texts are CSS strings. */
export function pageFoot(language: Language, { start, page, of }: Foot): string {
  const [first, last] = language === 'ar' ? ['right', 'left'] : ['left', 'right'];
  const look = `font:400 7.5pt "${face}",sans-serif;color:#4c5c68;vertical-align:top;padding-top:3mm`;
  return `@page{@bottom-${first}{content:${start};${look}}
@bottom-${last}{content:${page} " " counter(page) " " ${of} " " counter(pages);${look}}}`;
}

/**
 * How printed pages look: A4, calm, legible in grey, never by colour alone. Logical properties only, so that Arabic is
 * mirrored by its direction. Arabic has no italics, no capitals and no letter-spacing, and wants more room between lines.
 */
export function printStyle(language: Language): string {
  return `
:root{--ink:#16242f;--soft:#4c5c68;--line:#cfd8de;--wash:#f2f5f7;--accent:#12395f;--accent-wash:#e6edf4;--good:#17603a;--bad:#9c2f1f;--still:#4c5c68}
@page{size:A4;margin:16mm 15mm 17mm}
*{box-sizing:border-box;margin:0;padding:0}
html{font:400 9.5pt/${language === 'ar' ? 1.55 : 1.45} "${face}",sans-serif;color:var(--ink);-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-variant-numeric:tabular-nums}
h1,h2,h3,strong,th{font-weight:600}
h1,.group,tbody th,li{overflow-wrap:anywhere}
h1{font-size:21pt;line-height:1.3}
h2{font-size:13.5pt;line-height:1.4;margin-block:0 3mm;color:var(--accent)}
h3{font-size:10.5pt;line-height:1.4}
p+p{margin-block-start:1.5mm}
.soft{color:var(--soft)}
.small{font-size:8.3pt}
.masthead{display:flex;justify-content:space-between;align-items:baseline;border-block-end:.6mm solid var(--accent);padding-block-end:2mm;margin-block-end:4mm}
.masthead .brand{font-weight:600;color:var(--accent);font-size:11pt}
.group{color:var(--soft);margin-block-start:1mm}
.section{break-before:page}
.section.measures+.section.measures{break-before:auto;break-inside:avoid;margin-block-start:9mm}
.block{break-inside:avoid;margin-block-start:6mm}
.panel{border:.25mm solid var(--line);border-radius:2mm;padding:4mm 5mm;margin-block-start:4.5mm;break-inside:avoid}
.panel>h2{margin-block-end:2mm}
.panel .block{margin-block-start:3mm}
.headline{display:grid;grid-template-columns:52mm 1fr;gap:7mm;align-items:start}
.big{font-size:36pt;font-weight:600;line-height:1.05;color:var(--accent)}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:5mm 6mm}
.facts dt{color:var(--soft);font-size:8.3pt}
.facts dd{font-weight:600;font-size:12pt}
.facts dd.note{font-weight:400;font-size:8.3pt;color:var(--soft)}
.verdict{display:inline-block;margin-block:1.2mm;font-weight:600;border-radius:1mm;padding-inline:2mm;border:.25mm solid currentColor}
.verdict.improved{color:var(--good)}
.verdict.declined{color:var(--bad)}
.verdict.noDetectableChange,.verdict.cannotTell,.verdict.notCompared{color:var(--still)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:6mm;margin-block-start:5mm}
.two h2{margin-block-end:1.5mm}
.list{list-style:none}
.list li{border-block-start:.25mm solid var(--line);padding-block:1.3mm;display:grid;grid-template-columns:1fr auto;gap:0 4mm}
.list li .value{font-weight:600;font-size:12pt}
.list li .small{grid-column:1/-1}
table{width:100%;border-collapse:collapse;font-size:8.6pt}
thead{display:table-header-group}
tr{break-inside:avoid}
th.chart{width:62mm}
th{text-align:start;vertical-align:bottom;color:var(--soft);font-size:7.8pt;border-block-end:.4mm solid var(--accent);padding:1.2mm 1.5mm}
td{border-block-end:.2mm solid var(--line);padding:1.6mm 1.5mm;vertical-align:middle}
td.number,th.number{text-align:end;white-space:nowrap}
tbody th{color:var(--ink);font-size:8.6pt;border-block-end:.2mm solid var(--line);vertical-align:middle}
tbody th .small{display:block;font-weight:400;color:var(--soft);font-size:7.5pt}
tr.lead th,tr.lead td{background:var(--accent-wash)}
.legend{display:flex;gap:6mm;flex-wrap:wrap;margin-block:2mm 3mm;font-size:7.8pt;color:var(--soft);align-items:center}
.legend span{display:inline-flex;gap:1.5mm;align-items:center}
svg{display:block}
svg text{font-family:"${face}",sans-serif}
.method h3{margin-block:4mm 1mm}
.method ul{padding-inline-start:5mm}
.method li{margin-block-start:.8mm}
.tiles{display:grid;grid-template-columns:repeat(3,1fr);gap:5mm 6mm;margin-block-start:5mm}
.tiles dt{color:var(--soft);font-size:8.3pt}
.tiles dd{font-weight:600;font-size:15pt;line-height:1.35}
.starred{margin-block-start:1.5mm;font-size:15pt;font-weight:600;color:var(--accent);line-height:1.4}
.held{border-inline-start:1mm solid var(--accent);background:var(--accent-wash);padding:1.5mm 3mm;margin-block-start:3mm}
.panel h3{margin-block:3mm 1mm}
.plain{list-style:none;margin-block-start:2mm}
.plain li{margin-block-start:.8mm}
.panel .plain+.soft,.panel .block+.soft,.held+.soft,.headline+.soft,.headline+p{margin-block-start:3mm}
.flowing,.section.stars+.section.method{break-before:auto;margin-block-start:9mm}
.section.stars th.wrap{white-space:normal}
.section.stars tbody th{width:48mm;overflow-wrap:break-word}
.tiles.four{grid-template-columns:repeat(4,1fr)}
table+p{margin-block-start:2mm}
th.inner{font-weight:400;padding-inline-start:5mm}
th.marks,td.marks{width:44mm;font-size:7.8pt}
th.verdicts{width:26mm}
.flowing th.marks{width:30mm}
td.marks div+div{margin-block-start:.6mm}
.matrix td.diagonal{background:var(--accent-wash)}
.tiles dd.note{font-weight:400;font-size:8.3pt;color:var(--soft);line-height:1.5}
`;
}

/**
 * The typeface of print: Arabic and Latin drawn together, and few ligatures, so that text copied out of a PDF reads as
 * it was written (docs/decisions/0004). SIL Open Font License 1.1.
 */
export const face = 'Vazirmatn';
