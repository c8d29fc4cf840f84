declare module 'virtual:core-gzip' {
  const base64: string;
  export default base64;
}
