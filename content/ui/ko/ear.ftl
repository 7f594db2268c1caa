ear-title = 이어폰으로 듣습니다
ear-only = 소리는 이어폰에서만 나옵니다.
ear-ask = 화면을 가릴 수도 있습니다. 옆 사람에게 보이지 않습니다.
ear-leave = 이대로 쓰기
ear-cover = 화면 가리기

settings-mask = 화면 가리기
mask-shown = 화면 보이기
mask-hidden = 화면 가리기
mask-title = 쓰는 중입니다
mask-by-ear = 지금 귀로 들으며 쓰는 사람이 있습니다.
mask-away = 화면 보이기

idle-asks = 아무것도 누르지 않으면 처음 화면으로 돌아갑니다. 쓴 것과 본 것은 지워집니다.
