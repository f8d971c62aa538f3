import FilePdfIcon from '@patternfly/react-icons/dist/esm/icons/file-pdf-icon';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/lib/format';

/** The statement as a document, in a tab of its own. */
export function PdfLink({ statement: { id, from, to } }: { statement: { id: string; from: string; to: string } }) {
  const { t } = useTranslation();
  const name = t('payment.pdf.name', { from: formatDay(from), to: formatDay(to) });
  return (
    <a href={`/api/v1/statements/${encodeURIComponent(id)}.pdf`} target="_blank" rel="noopener noreferrer" aria-label={name}>
      <FilePdfIcon /> {t('payment.pdf.short')}
    </a>
  );
}
