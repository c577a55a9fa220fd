import type { Sheet } from '#documents';

/** A workbook as an office writes it: only the columns it needs, a free hand with names, numbers in Arabic digits. */
export const visitSheets: readonly Sheet[] = [
  {
    name: 'Instrument',
    rows: [
      ['Key', 'Value'],
      ['code', 'centre_visit'],
      ['version', '٢'],
      ['filled by', 'mysteryShopper'],
      ['languages', 'ar, en'],
      ['mode', 'weights'],
      ['min_completeness', '٠٫٨'],
      ['previous_version', '1'],
    ],
  },
  {
    name: 'dimensions',
    rows: [
      ['code', 'weight'],
      ['service', '3'],
    ],
  },
  {
    name: 'sections',
    rows: [
      ['code', 'Dimension', 'weight'],
      ['reception', 'service', ''],
      ['waiting', 'service', '2'],
    ],
  },
  {
    name: 'items',
    rows: [
      ['section', 'code', 'type', 'weight', 'scale', 'options', 'points', 'reasons', 'relevant'],
      ['reception', 'greeting', 'scale', '٢', 'quality', '', '', '', ''],
      ['', '', '', '', '', '', '', '', ''],
      ['waiting', 'queue', 'yesNo', '', '', '', '', 'closed', ''],
      ['reception', 'channel', 'choice', '', '', 'channels', '', '', ''],
      ['waiting', 'wait_minutes', 'number', '', '', '', '..15=10; ١٥..30=5', '', 'queue == "yes"'],
    ],
  },
  {
    name: 'options',
    rows: [
      ['list', 'scale', 'order', 'code', 'points'],
      ['quality', 'labelled', '2', 'good', ''],
      ['quality', '', '1', 'poor', ''],
      ['channels', '', '', 'desk', '2'],
      ['channels', '', '', 'machine', ''],
    ],
  },
  {
    name: 'constraints',
    rows: [
      ['item', 'holds'],
      ['wait_minutes', 'wait_minutes < 600.0'],
    ],
  },
  { name: 'statements', rows: [['item', 'statement'], ['greeting', 'reworded'], ['queue', 'same'], ['channel', 'new'], ['wait_minutes', 'new'], ['smile', 'dropped']] }, // prettier-ignore
  {
    name: 'texts',
    rows: [
      ['key', 'AR', 'en'],
      ['title', 'زيارة مركز', 'Centre visit'],
      ['dimension.service.title', 'الخدمة', 'Service'],
      ['section.reception.title', 'الاستقبال', 'Reception'],
      ['section.waiting.title', 'الانتظار', 'Waiting'],
      ['item.greeting.text', 'كيف كان الترحيب؟', 'How was the greeting?'],
      ['item.queue.text', 'هل كان هناك طابور؟', 'Was there a queue?'],
      ['item.queue.reason.closed', 'مغلق', 'Closed'],
      ['item.channel.text', 'أين؟', 'Where?'],
      ['item.wait_minutes.text', 'كم دقيقة؟', 'How many minutes?'],
      ['item.wait_minutes.constraint.1', 'أقل من عشر ساعات', 'Less than ten hours'],
      ['option.quality.poor', 'ضعيف', 'Poor'],
      ['option.quality.good', 'جيد', 'Good'],
      ['option.channels.desk', 'المكتب', 'Desk'],
      ['option.channels.machine', 'الجهاز', 'Machine'],
    ],
  },
];

/** The same workbook with one cell changed; the line as a spreadsheet counts, a column by its name. */
export function withCell(name: string, line: number, column: string, text: string): readonly Sheet[] {
  return visitSheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const at = sheet.rows[0]?.indexOf(column) ?? -1;
    if (at < 0) throw new RangeError(`No column ${column} in ${name}`);
    return { name, rows: sheet.rows.map((row, index) => (index + 1 === line ? row.with(at, text) : row)) };
  });
}
