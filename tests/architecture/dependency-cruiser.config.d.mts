import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

export declare const configuration: { readonly forbidden: IForbiddenRuleType[]; readonly options: ICruiseOptions };
