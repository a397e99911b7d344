/** Characters that strings are stretched with: one beyond ASCII, one beyond the BMP (two UTF-16 units, four UTF-8 bytes). */
export const fillers = { multibyte: 'う', astral: '𠮷' } as const;
