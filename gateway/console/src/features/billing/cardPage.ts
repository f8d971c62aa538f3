import { api, bodyOf } from '@/lib/api/client';
import { webAddress } from '@/lib/leaving';

/** The address of the payment provider's page where a card is entered (E7). */
export async function openCardPage(): Promise<string> {
  const { url } = await bodyOf(api.POST('/payment-method/setups'));
  return webAddress(url);
}

/** Takes the card that was entered there, once however often it is asked; false when there is none. */
export async function takeCard(setupId: string): Promise<boolean> {
  const { entered } = await bodyOf(api.POST('/payment-method/setups/{setupId}/complete', { params: { path: { setupId } } }));
  return entered;
}
