language-title = ことば Language
language-intro = 언어를 골라 주세요. ことばを えらんで ください。
language-close = 그대로 쓰기

help-title = 사용 방법
help-what = 동네 안내를 보고 스마트폰을 연습하는 기계입니다. 누구나 돈을 내지 않고 쓸 수 있습니다.
help-forgets = 이름을 묻지 않습니다. 당신에 대한 것은 아무것도 남기지 않습니다.
help-where = 지금은 “{ $title }” 쪽입니다.
help-touch = 화면을 손가락으로 만집니다. 천천히 눌러도 괜찮습니다.
help-keys = 키보드에서는 화살표로 고르고, Enter로 정하고, Esc로 돌아갑니다.
help-pad = 게임패드에서는 십자 버튼으로 고르고, A로 정하고, B로 돌아갑니다.
help-switch = 스위치 2개로도 쓸 수 있습니다. 하나로 넘기고, 다른 하나로 정합니다.
help-voice = 키를 누르면 소리로 읽습니다. “멈추기”를 누르면 멈춥니다.
help-close = 닫기
help-sources = 자료 출처와 이용 조건
help-staff = 직원용

leave-title = 끝났습니다
leave-thanks = 수고하셨습니다.
leave-forgets = 당신에 대한 것은 아무것도 남기지 않습니다.
leave-now = 처음 화면으로
leave-stay = 더 쓰기

idle-title = 아직 쓰고 계십니까?
idle-left = { $seconds }초 남았습니다.
idle-stay = 더 쓰기
idle-end = 끝내기(지움)

language-no-letters = 이 언어의 글자가 여기에 없습니다.
language-beside = 일본어를 함께 보이면 직원에게 가리켜 보일 수 있습니다.
