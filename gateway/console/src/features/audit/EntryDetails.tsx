import { Button, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/lib/api/schema';
import { deviceInWords } from '@/lib/device';
import { formatExactly } from '@/lib/format';
import { textKey } from './actions';
import type { AuditView } from './auditView';
import { actorName, subjectName } from './sentence';
import styles from './Audit.module.css';

interface Props {
  entry: AuditEntry;
  onFilter: (part: Partial<AuditView>) => void;
}

/** All that is known of one act, and the ways to others like it. */
export function EntryDetails({ entry, onFilter }: Props) {
  const { t } = useTranslation();
  const { actor, subject, action, at, ipAddress, userAgent } = entry;
  const byPerson = actor.type === 'USER' || actor.type === 'LINK' ? actor.id : null;
  return (
    <>
      <DescriptionList isHorizontal isCompact>
        <Fact term={t('audit.facts.at')}>{formatExactly(at)}</Fact>
        <Fact term={t('audit.facts.actor')}>
          {actorName(entry, t)}
          {actor.type === 'LINK' && ` ${t('audit.who.byLink')}`}
        </Fact>
        {subject.type === 'USER' && <Fact term={t('audit.facts.subject')}>{subjectName(entry, t)}</Fact>}
        {Object.entries(entry.details).map(([name, value]) => (
          <Fact key={name} term={t(`audit.details.${name}`, { defaultValue: name })}>
            {valueInWords(name, value, t)}
          </Fact>
        ))}
        {ipAddress !== null && <Fact term={t('audit.facts.ipAddress')}>{ipAddress}</Fact>}
        {userAgent !== null && (
          <Fact term={t('audit.facts.device')}>{deviceInWords(userAgent) ?? t('audit.facts.unknownDevice', { userAgent })}</Fact>
        )}
        <Fact term={t('audit.facts.action')}>
          {t(`audit.actions.${textKey(action)}`, { defaultValue: '' })} <code>{action}</code>
        </Fact>
      </DescriptionList>
      <div className={styles['more']}>
        {byPerson !== null && (
          <Button variant="link" isInline onClick={() => onFilter({ actor: byPerson })}>
            {t('audit.facts.allBy', { name: actorName(entry, t) })}
          </Button>
        )}
        {subject.type === 'USER' && (
          <Button variant="link" isInline onClick={() => onFilter({ subject: subject.id })}>
            {t('audit.facts.allTo', { name: subjectName(entry, t) })}
          </Button>
        )}
      </div>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function valueInWords(name: string, value: string, t: TFunction): string {
  switch (name) {
    case 'plan':
      return t(`plans.${value}`, { defaultValue: value });
    case 'changed':
      return value
        .split(/,\s*/)
        .map((field) => t(`audit.fields.${field}`, { defaultValue: field }))
        .join(', ');
    default:
      return t(`audit.values.${name}.${value}`, { defaultValue: value });
  }
}
