"""The words of the desk itself, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.wordings import wordings

_ROWS = """\
desk | The editor's desk | 编辑台
skip | Skip to the text | 跳到正文
progress | {} of {} answered | 已答 {}，共 {}
nothing_asked | Nothing is asked here. | 没有待答的问题。
next_open | Next open question | 下一个待答问题
all_answered | Everything is answered. | 全部已答。
undo | Undo the last answer | 撤销上一个回答
contents | Contents and doubts | 目录与疑点
back | Back to the text | 返回正文
filter | Filter | 筛选
rule | Rule | 规则
certainty | Certainty | 确定程度
open_only | Only what is open | 只看待答
words | Words | 词语
show | Show | 显示
everything | everything | 全部
unfiltered | Show everything | 显示全部
none | Nothing was found. | 没有找到。
sheets | Parts of the issue | 全期分段
sheet | Part {} of {} | 第 {} 段，共 {} 段
previous | Previous part | 上一段
next | Next part | 下一段
page | Page {} | 第 {} 页
source | The source as it came | 原稿
text | The text as it will print | 将付印的文字
gap | [text lost here] | ［此处缺字］
repair | Repaired | 已修补
question | Question | 疑问
break | Break as it stands | 原有断处
edited | Edited | 已改
certain | certain | 确定
probable | probable | 很可能
doubtful | doubtful | 存疑
answered | answered | 已答
open | open | 待答
ask_join | Do both sides belong together? | 两边是否相连？
ask_paragraph | Does a new paragraph begin here? | 此处是否另起一段？
ask_gap | Is text missing here? | 此处是否缺字？
ask_change | Shall it read so? | 可否这样改？
join | join | 相连
paragraph | new paragraph | 另起一段
missing | text is missing | 此处缺字
accept | as it will print | 照改
leave | as the source has it | 照原稿
edit | edit | 改写
edit_label | What shall stand between both sides, as printed | 两边之间应有的文字（照印刷件）
keep_edit | Keep this text | 照此改写
take_back | take the answer back | 收回回答
moved | This text was moved behind its paragraph; answer at the break. | \
此段文字已移到段后；请在断处作答。
why | Why | 理由
before | stood | 原为
after | stands | 改为
proposed | proposed | 建议
nothing | nothing | 无
doubts | Doubts about how the issue is read | 对版面结构的疑问
no_doubts | None. | 无。
reading | doubts about the reading | 结构疑问
elsewhere | Answer it in issue.toml or in the source. | 请在 issue.toml 或原稿中改正。
sections | Sections and articles | 栏目与文章
no_headline | (no headline) | （无标题）
continuations | Articles that go on on another page | 转版文章
goes_on | from page {} to page {} | 自第 {} 页转第 {} 页
by_markers | matched by its jump lines | 据转版标记
by_jump_head | matched by its jump head | 据转版标题
by_the_editor | matched by the editor | 据编辑说明
uncertain | not certain | 不确定
stale | These answers find no place, or more than one, and weren't applied | \
下列回答找不到位置或位置不止一处，未予采用
changed | The issue or its answers were changed elsewhere. | 原稿或回答已在别处改动。
changed_so | Nothing was written. Look at it as it stands now, then answer. | \
未写入任何内容。请查看现状后再答。
reload | Load it again | 重新载入
catching_up | The text is being made anew with your answers. | 正在按您的回答重排文字。
made_anew | It is made anew. | 文字已重排。
being_read | The issue is being read | 正在读取该期
being_read_so | A large one takes some seconds; it will be shown by itself. | \
篇幅大的需要几秒，读完后自动显示。
problem | This can't be shown | 无法显示
refused | This page isn't open to you | 此页未对您开放
refused_so | Open the address that publisher review printed in the terminal. | \
请打开 publisher review 在终端中显示的地址。
missing_page | There is no such page. | 没有这个页面。
shortcuts | Keys | 按键
keys_move | next or previous point | 下一处、上一处
keys_open | next open question | 下一个待答问题
keys_answer | answer, by its number | 按序号回答
keys_edit | edit | 改写
keys_back | take the answer back | 收回回答
keys_undo | undo | 撤销
keys_search | search | 检索
report_of | Review of {} | {} 审读报告
report_so | Answer with publisher review, or in the decisions file beside the issue. | \
请用 publisher review 作答，或写入该期旁的回答文件。
choose | Answer | 回答
later | later | 以后再答
stop | stop | 停止
text_prompt | Text | 文字
preview | Preview | 预览
in_the_book | In the book | 书中内容
the_book | The book (EPUB) | 电子书（EPUB）
the_pages | The pages (PDF) | 版面（PDF）
whole_pdf | the PDF itself | 打开 PDF
setting | The pages are being set anew … | 正在重新排版……
up_to_date | Up to date. | 已是最新。
not_made | The newest state can't be made; the last that could is shown. | \
最新状态无法生成，显示的是上一次的结果。
width | Width | 宽度
wide | as wide as here | 随窗口
phone | phone | 手机
click_for_source | Click a paragraph, or press Enter on it, to see where it came from. | \
点击段落（或按回车键）可查看其在原稿中的位置。
not_found_in_source | These words stand in no source: the edition says them itself. | \
原稿中没有这些文字：由版本自行生成。
line_of | {}, line {} | {}，第 {} 行
note_PUB001 | Text is missing. | 缺字。
note_PUB003 | A headline has no text below it. | 标题下没有正文。
note_PUB004 | A credit belongs to no article. | 署名不属于任何文章。
note_PUB005 | An article names a writer twice. | 同一作者在一篇文章中出现两次。
note_PUB006 | Text has no headline. | 文字没有标题。
note_PUB007 | A column head stands over no article. | 栏目名下没有文章。
note_PUB010 | The article goes on elsewhere, and no part was found there. | 文章转版，但未找到续文。
note_PUB011 | Text comes from another page, and nothing leads to it. | 文字由他版转来，但无处转出。
note_PUB014 | A note's mark leads to no note. | 注号找不到对应的注文。
note_PUB015 | No mark leads to a note. | 注文没有对应的注号。
note_PUB060 | Which of two lines is the headline is doubtful. | 两行中哪一行是标题，尚有疑问。
note_PUB061 | A short line is of no known kind. | 有一短行，种类不明。
note_PUB062 | A subhead may be another article's headline. | 小标题可能是另一篇文章的标题。
broken-paragraphs | broken paragraphs | 断开的段落
columns-read-across | columns read across | 跨栏误读
control-characters | control characters | 控制字符
drop-caps | drop caps | 首字下沉
editors-answers | the editor's edits | 编辑改写
footnotes | footnotes | 脚注
full-width-forms | full-width forms | 全角字符
han-spaces | spaces between Han characters | 汉字间空格
hard-wraps | hard wraps | 硬换行
jump-lines | jump lines | 转版行
ligatures | ligatures | 连字
line-end-hyphens | hyphens at line ends | 行末连字符
line-ends | line ends | 行尾符
mojibake | wrongly decoded text | 乱码
overlapping-columns | overlapping columns | 重叠的栏
page-numbers | page numbers | 页码
pull-quotes | pull quotes | 引语框
quotation-marks | quotation marks | 引号
running-heads | running heads | 页眉
wrapped-headings | wrapped headings | 折行标题
"""

WORDS: Mapping[str, Mapping[str, str]] = wordings(_ROWS)
