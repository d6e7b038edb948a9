import { flushSync } from 'react-dom';
import { KeyCap } from '../../components/key-cap.tsx';
import { useNumberKeys } from '../../keyboard/number-keys.ts';
import { type SettingsSection, settingsSections, useSettings } from '../../store/settings-slice.ts';

/** 設定の節の名前。 */
export const sectionNames: Readonly<Record<SettingsSection, string>> = {
  calendar: '暦',
  holidays: '祝日',
  rules: '決まり',
  fees: '手数料',
  envelope: '封筒の窓',
  history: '変更の記録',
};

/** 設定の節: 1–6 choose one wherever no field is being typed in; ←→ go from tab to tab. */
export function SettingsTabs() {
  const section = useSettings((settings) => settings.section);
  const look = useSettings((settings) => settings.look);
  const choose = (place: number): void => {
    const chosen = settingsSections[place];
    if (chosen === undefined) return;
    flushSync(() => look({ section: chosen }));
    document.getElementById(`settings-tab-${chosen}`)?.focus();
  };
  useNumberKeys(choose);
  return (
    <div className="settings-tabs" role="tablist" aria-label="設定の節">
      {settingsSections.map((each, place) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`settings-tab-${each}`}
          className="home-tab"
          aria-selected={each === section}
          aria-controls="settings-section"
          tabIndex={each === section ? 0 : -1}
          onClick={() => look({ section: each })}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            if (step === 0) return;
            event.preventDefault();
            choose((place + step + settingsSections.length) % settingsSections.length);
          }}
        >
          {sectionNames[each]}
          <KeyCap>{place + 1}</KeyCap>
        </button>
      ))}
    </div>
  );
}
