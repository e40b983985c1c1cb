/**
 * The id that a line has as one of a manager's team: the same line of the same manager has the same, in whatever run, and no two have one
 * together.
 */
export function idInTeam(line: string, manager: string): string {
  return `${escaped(line)}@${escaped(manager)}`
}

function escaped(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('@', '%40')
}
