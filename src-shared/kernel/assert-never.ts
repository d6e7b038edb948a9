/** 網羅の証明 (exhaustiveness): stops the build when a union gains a member nobody handles; throws if data lies. */
export function assertNever(unexpected: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(unexpected)}`);
}
