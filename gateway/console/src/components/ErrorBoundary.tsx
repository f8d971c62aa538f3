import { Component, type ReactNode } from 'react';
import { CrashPage } from './CrashPage';

/** The last net: what breaks while drawing is shown as a page and never as a blank window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <CrashPage /> : this.props.children;
  }
}
