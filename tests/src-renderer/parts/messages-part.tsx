import { Banner } from '../../../src-renderer/components/banner.tsx';
import { CodeChip } from '../../../src-renderer/components/code-chip.tsx';
import { EmptyBox } from '../../../src-renderer/components/empty-box.tsx';
import { ErrorSummary } from '../../../src-renderer/components/error-summary.tsx';
import { FunctionKeyButton } from '../../../src-renderer/components/function-key-button.tsx';
import { GroupCaption } from '../../../src-renderer/components/group-caption.tsx';
import { KeyCap } from '../../../src-renderer/components/key-cap.tsx';
import { PracticeBand } from '../../../src-renderer/components/practice-band.tsx';
import { Progress } from '../../../src-renderer/components/progress.tsx';
import { QueueRail } from '../../../src-renderer/components/queue-rail.tsx';
import { SecondPerson } from '../../../src-renderer/components/second-person.tsx';
import { StateChip } from '../../../src-renderer/components/state-chip.tsx';
import { TaskSteps, TaskTitle } from '../../../src-renderer/components/task-title.tsx';
import { nothing, Part } from './part.tsx';

/** 知らせの見本。 */
export function MessagesPart() {
  return (
    <div>
      <TaskTitle title="受付" end={<TaskSteps steps={['受付', '端末で発行', '発行の記録']} current={1} />}>
        <StateChip state="draft" />
      </TaskTitle>
      <Part title="知らせる">
        <ErrorSummary
          attempt={1}
          lines={[{ fieldId: 'wrong', label: '生年月日', message: '昭和64年は1月7日までです' }]}
        />
        <Banner tone="success" headline="受け付けました S01-20261124-0006-6">
          <p>台帳に記録しました。次は統合端末で発行してください。</p>
        </Banner>
        <Banner tone="info" headline="見本さんがこの受付を進めました" onClose={nothing}>
          <p>いまの内容を読み直しました。入力したものは残っています。</p>
        </Banner>
        <Banner tone="warning" headline="更新しても、満了日は延びません">
          <p>
            カードの更新を案内してください。 <CodeChip code="W3" />
          </p>
        </Banner>
        <Banner tone="stop" headline="記録できたか分かりません">
          <p>もう一度押さないでください。</p>
        </Banner>
      </Part>
      <Part title="長い仕事">
        <Progress words="令和7年度を書き出しています" done={7412} total={11_960} onCancel={nothing} />
      </Part>
      <Part title="表の行">
        <table className="ledger-table">
          <caption className="visually-hidden">表の行の見本</caption>
          <tbody>
            <GroupCaption words="要対応 2件" columns={3} note="15:30にまとめて投函" />
            <tr className="ledger-row" data-selected="">
              <td>選択中</td>
              <th scope="row">例 良</th>
              <td>
                <StateChip state="letterPosted" />
              </td>
            </tr>
            <tr className="ledger-row" data-changed="">
              <td>いま変わった</td>
              <th scope="row">練習 正字</th>
              <td>
                <StateChip state="replyAccepted" />
              </td>
            </tr>
          </tbody>
        </table>
      </Part>
      <Part title="ファンクションキー">
        <div className="part-line">
          <FunctionKeyButton name="F4" face={{ label: '照会', act: nothing }} onPress={nothing} />
          <FunctionKeyButton name="F3" face={{ label: '受付', act: nothing, current: true }} onPress={nothing} />
          <FunctionKeyButton
            name="F9"
            face={{ label: '印刷', act: nothing, disabledReason: 'この版では、まだ扱えません。' }}
            onPress={nothing}
          />
          <FunctionKeyButton name="F11" face={{ label: '受け付ける', act: nothing, main: true }} onPress={nothing} />
          <FunctionKeyButton
            name="F11"
            face={{ label: '受け付ける', act: nothing, main: true, remaining: 1 }}
            onPress={nothing}
          />
          <FunctionKeyButton
            name="F11"
            face={{ label: '発行を記録', act: nothing, main: true, waitingWord: '停止中' }}
            onPress={nothing}
          />
        </div>
      </Part>
      <Part title="何もないとき">
        <EmptyBox headline="今日の受付はまだありません。">
          <KeyCap>F3</KeyCap> で最初の受付を始めます。
        </EmptyBox>
      </Part>
      <Part title="練習">
        <PracticeBand />
      </Part>
      <Part title="責任者の承認">
        <SecondPerson
          idPrefix="approval"
          value={{ staffNumber: '', password: '' }}
          onChange={nothing}
          requestedBy="見本 窓口"
          problem={{ message: '責任者か管理者の職員番号を入力してください。' }}
        >
          端末の日付(2029年9月21日)を満了日として受け入れます。 <CodeChip code="V7" />
        </SecondPerson>
      </Part>
      <Part title="順番の柱">
        <div className="part-rail">
          <QueueRail
            title="今日の窓口の見本"
            current="2"
            onOpen={nothing}
            groups={[
              {
                title: '要対応',
                items: [
                  { id: '1', name: '練習 一郎', number: 'S01 0005', state: 'verified', time: '10:24' },
                  { id: '2', name: '練習 千字', number: 'S01 0004', state: 'held', time: '10:12' },
                ],
              },
            ]}
          />
        </div>
      </Part>
    </div>
  );
}
