/** The files that a report can be, beside JSON. Apart from what writes them, so that a route can name them without bringing that along. */
export const CSV_TYPE = 'text/csv; charset=utf-8';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const fileTypes = [CSV_TYPE, XLSX_TYPE] as const;
