/** What an .xlsx workbook is called on the wire. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
