import type { Desk } from '../../core/desk/desk.js';

/** A desk as its checks of the network need it. */
export interface DeskOnNetwork extends Pick<Desk, 'id' | 'network' | 'privateMessages' | 'rota'> {
  readonly account: Desk['account'] & {
    /** The name that desk.yaml gives its four keys. */
    readonly secrets: string;
    /** desk.yaml says that the account owns the developer app. */
    readonly ownsApp: boolean;
  };
}

/** How a token gets a right: it keeps those that it was made with. */
export const howToPermit = ({ account, network }: DeskOnNetwork, right: string): string =>
  `In ${network.name}'s console, set the app's user authentication settings to ${right}; then make the access token anew and set X_${account.secrets}_ACCESS_TOKEN and X_${account.secrets}_ACCESS_SECRET.`;
