"""One child's answer in sentences, under the disclosure policy of an audience."""
