/** Product D, voicemail PIN; the server judges again. */
export const pinLength = { least: 6, most: 10 };

const LONGEST_GROUP = 3;

export type PinFault = 'pin_format' | 'pin_repetition' | 'pin_run' | 'pin_extension';

/** What is wrong with a PIN, by the problem that the server would answer; undefined: nothing. */
export function pinFault(pin: string, extension: string | null | undefined): PinFault | undefined {
  if (!/^\d+$/.test(pin) || pin.length < pinLength.least || pin.length > pinLength.most) return 'pin_format';
  if (isRepetition(pin)) return 'pin_repetition';
  if (isRun(pin)) return 'pin_run';
  return pin === extension ? 'pin_extension' : undefined;
}

/** One group of digits again and again: 111111, 121212, 123123. */
function isRepetition(pin: string): boolean {
  for (let length = 1; length <= LONGEST_GROUP; length++) {
    const group = pin.slice(0, length);
    if (pin.length >= 2 * length && group.repeat(pin.length).startsWith(pin)) return true;
  }
  return false;
}

/** Up or down by one each time; after 9 comes 0. */
function isRun(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}
