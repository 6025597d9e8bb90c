import { Component, type ReactNode } from 'react';
import { words } from '@/i18n';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** The last net: a fault of the page is told, not shown as an empty screen. */
export class Stumble extends Component<{ children: ReactNode }, { fallen: boolean }> {
  override state = { fallen: false };

  static getDerivedStateFromError() {
    return { fallen: true };
  }

  override render() {
    if (!this.state.fallen) return this.props.children;
    return (
      <main className="mx-auto max-w-reading p-8">
        <Notice what={words.t('failure.crash')}>
          <Button look="link" onClick={() => location.reload()}>
            {words.t('failure.reload')}
          </Button>
        </Notice>
      </main>
    );
  }
}
