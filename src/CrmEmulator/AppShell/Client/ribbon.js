/** The command bar of a form, grid or sub-grid: the shell's own commands and those of the solution's ribbon. */
import * as api from './api.js';
import * as dialogs from './dialogs.js';
import { el, fill } from './dom.js';
import * as library from './library.js';
import { parameterOf } from './ribbon-parameters.js';
import { greyed, isDisplayed } from './ribbon-rules.js';
import { say } from './session.js';

export class Ribbon {
  /**
   * @param {{ table: any, place: 'Form' | 'HomepageGrid' | 'SubGrid', primaryControl: any, selectedControl: any, ids: () => string[], own: Array<{ name: string, label: string, run: () => any, greyed?: () => string | null }> }} context
   */
  constructor(context) {
    this.context = context;
    this.element = el('div', { class: 'commands', role: 'toolbar', 'aria-label': say('commands') });
    this.turn = 0;
  }

  /** Judges all rules anew; a later call wins over an earlier one that is still asking. */
  async refresh() {
    this.turn += 1;
    const turn = this.turn;
    const buttons = await api.ribbon(this.context.table.logicalName, this.context.place);
    const drawn = this.context.own.map((one) => this.button(one.name, one.label, '', null, one.greyed ? one.greyed() : null, one.run));
    const problems = [];
    for (const button of buttons) {
      try {
        if (await isDisplayed(button.displayRules, this.context)) {
          const why = await greyed(button.enableRules, this.context);
          drawn.push(this.button(button.command, button.label, button.toolTip, button.icon, why, () => this.run(button)));
        }
      } catch (problem) {
        problems.push(problem);
      }
    }

    if (turn === this.turn) {
      const focused = this.element.contains(document.activeElement) ? document.activeElement.getAttribute('data-command') : null;
      fill(this.element, ...drawn);
      if (focused !== null) {
        this.element.querySelector(`[data-command="${focused}"]`)?.focus();
      }
    }

    if (problems.length > 0) {
      await dialogs.show(problems[0]);
    }
  }

  /** @param {string | null} why It is greyed; null: it is not. */
  button(command, label, toolTip, icon, why, run) {
    const made = el('button', { type: 'button', 'data-command': command, disabled: why !== null, 'aria-disabled': why === null ? null : 'true', title: why ?? (toolTip || label), onclick: () => { void this.guarded(run); } },
      icon ? el('img', { src: icon, alt: '', width: 16, height: 16 }) : null, el('span', {}, label));
    return made;
  }

  async guarded(run) {
    try {
      await run();
    } catch (problem) {
      await dialogs.show(problem);
    }
  }

  async run(button) {
    for (const action of button.actions) {
      if (action.name !== 'JavaScriptFunction') {
        throw new Error('The emulator cannot run the ribbon action ' + action.name + ' of ' + button.command + '.');
      }

      await library.load(action.attributes.Library);
      const given = action.children.map((parameter) => parameterOf(parameter, this.context));
      await library.functionAt(action.attributes.FunctionName).run(...given);
    }
  }
}
