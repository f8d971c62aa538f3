import addUsers from './addUsers.json';
import audit from './audit.json';
import billing from './billing.json';
import bridge from './bridge.json';
import common from './common.json';
import company from './company.json';
import controls from './controls.json';
import deleteUser from './deleteUser.json';
import editUser from './editUser.json';
import extension from './extension.json';
import forwarding from './forwarding.json';
import join from './join.json';
import newNumber from './newNumber.json';
import numbers from './numbers.json';
import passwordReset from './passwordReset.json';
import payment from './payment.json';
import phoneRules from './phoneRules.json';
import problems from './problems.json';
import session from './session.json';
import settings from './settings.json';
import signUp from './signUp.json';
import support from './support.json';
import userActions from './userActions.json';
import users from './users.json';

/** Every text of the console in English; another language is a folder with the same files. */
export const en = {
  ...common,
  ...controls,
  ...session,
  ...newNumber,
  ...billing,
  ...payment,
  problems,
  signUp,
  users,
  userActions,
  editUser,
  deleteUser,
  extension,
  forwarding,
  addUsers,
  bridge,
  join,
  numbers,
  passwordReset,
  phoneRules,
  settings,
  company,
  audit,
  support,
};
