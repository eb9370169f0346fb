import { makeTranslate, TextProvider } from '@countersign/ui';
import { render } from 'preact';
import { App } from './app';
import { language, source } from './language';
import '../../capture/src/styles/base.css';
import './styles/shell.css';
import './styles/queue.css';
import './styles/account.css';
import './styles/case.css';
import './styles/decide.css';
import './styles/marks.css';
import './styles/tickets.css';

const root = document.getElementById('app');
if (root) {
  document.documentElement.lang = language;
  render(
    <TextProvider translate={makeTranslate(language, source)}>
      <App />
    </TextProvider>,
    root,
  );
}
