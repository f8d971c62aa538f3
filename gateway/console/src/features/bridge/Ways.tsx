import { Button, Card, CardBody, CardTitle, DescriptionList, DescriptionListDescription, DescriptionListGroup, DescriptionListTerm, Label } from '@patternfly/react-core';
import ExternalLinkAltIcon from '@patternfly/react-icons/dist/esm/icons/external-link-alt-icon';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '@/components/CopyButton';
import type { Bridge, PlanCode } from '@/lib/api/schema';
import { formatBridge, formatInternational } from '@/lib/format';
import { usePlans } from '@/lib/plans';
import styles from './Bridge.module.css';

const HIPAA = 'VIDEO_HIPAA';

/** The ways into a bridge: by video, by phone, and to all meetings. */
export function Ways({ bridge, plan }: { bridge: Bridge; plan: PlanCode | undefined }) {
  const { t } = useTranslation();
  const { bridgeId, dialIn, videoUrl, meetingsUrl } = bridge;
  const { data: plans } = usePlans();
  const isHipaa = plans?.find(({ code }) => code === plan)?.features?.includes(HIPAA) ?? false;
  const words = t('bridge.copied', { number: formatInternational(dialIn), id: formatBridge(bridgeId) });
  return (
    <div className={styles['ways']}>
      <Card component="section">
        <CardTitle component="h2">
          {t('bridge.video')} {isHipaa && <Label color="green">{t(`plans.features.${HIPAA}`)}</Label>}
        </CardTitle>
        <CardBody className={styles['body'] ?? ''}>
          <p>{t('bridge.videoText')}</p>
          <div>
            <Button component="a" href={videoUrl} target="_blank" rel="noopener noreferrer" icon={<ExternalLinkAltIcon />} iconPosition="end">
              {t('bridge.startVideo')}
            </Button>
          </div>
        </CardBody>
      </Card>
      <Card component="section">
        <CardTitle component="h2">{t('bridge.audio')}</CardTitle>
        <CardBody className={styles['body'] ?? ''}>
          <p>{t('bridge.audioText')}</p>
          <DescriptionList isHorizontal isCompact>
            <DescriptionListGroup>
              <DescriptionListTerm>{t('bridge.dialIn')}</DescriptionListTerm>
              <DescriptionListDescription>
                <a href={`tel:${dialIn}`}>{formatInternational(dialIn)}</a>
              </DescriptionListDescription>
            </DescriptionListGroup>
            <DescriptionListGroup>
              <DescriptionListTerm>{t('bridge.id')}</DescriptionListTerm>
              <DescriptionListDescription>{formatBridge(bridgeId)}</DescriptionListDescription>
            </DescriptionListGroup>
          </DescriptionList>
          <div className={styles['actions']}>
            <CopyButton text={words}>{t('bridge.copy')}</CopyButton>
          </div>
        </CardBody>
      </Card>
      <p>
        <a href={meetingsUrl} target="_blank" rel="noopener noreferrer">
          {t('bridge.meetings')}
        </a>
      </p>
    </div>
  );
}
