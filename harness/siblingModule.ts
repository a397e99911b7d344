/** The module of that name beside another one, given by its `import.meta.url`: in the built package both are JavaScript. */
export function siblingModule(name: string, besides: string): URL {
  return new URL(`${name}.${besides.endsWith('.ts') ? 'ts' : 'js'}`, besides);
}
