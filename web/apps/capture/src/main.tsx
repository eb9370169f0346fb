import { makeTranslate, TextProvider } from '@countersign/ui';
import { render } from 'preact';
import source from '../../../../locales/en/capture.ftl?raw';
import { App } from './app';
import './styles/base.css';
import './styles/parts.css';
import './styles/capture.css';

const root = document.getElementById('app');
if (root) {
  render(
    <TextProvider translate={makeTranslate('en', source)}>
      <App />
    </TextProvider>,
    root,
  );
}
