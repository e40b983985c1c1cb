/** The version of this package: what one version has defined, another does not take, since its rules may read it differently. */
export const VERSION = '0.9.0'
