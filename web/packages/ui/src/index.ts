export { Icon, type IconName, Mark } from './icons';
export { Button, IconList, Meter, Notice, ScreenHeading, Status } from './parts';
export { TextProvider, useText } from './text';
export { makeTranslate, type TextArgs, type Translate } from './translate';
