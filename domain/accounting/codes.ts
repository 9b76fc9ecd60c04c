/**
 * What the code of an account may be: any text of one line, but `#`, which separates the parts of keys. Nothing invisible stands in it, or two accounts
 * would look like one.
 */
export const ACCOUNT_CODE = /^[^\s#\p{C}](?:[^#\p{C}]*[^\s#\p{C}])?$/u;
export const ACCOUNT_CODE_LENGTH = 150;
/** What the code of a currency or commodity may be. */
export const COMMODITY_CODE = /^[^\s#\p{C}]+$/u;
export const COMMODITY_CODE_LENGTH = 40;

export const isAccountCode = (text: string): boolean => text.length <= ACCOUNT_CODE_LENGTH && ACCOUNT_CODE.test(text);
export const isCommodityCode = (text: string): boolean => text.length <= COMMODITY_CODE_LENGTH && COMMODITY_CODE.test(text);
