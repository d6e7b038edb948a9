/** 窓口台帳の画面。 */
export function App() {
  return <p>窓口台帳</p>;
}
